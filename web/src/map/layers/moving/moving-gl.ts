import { NUMBERS, type MovingObjects } from './moving-objects.ts';

/** The part of a map that the layer needs. */
interface Repaints {
  triggerRepaint: () => void;
}

/** What either engine hands over: MapLibre an object, Mapbox the matrix itself. */
type Projection =
  ArrayLike<number> | { readonly defaultProjectionData: { readonly mainMatrix: ArrayLike<number> } };

/** A layer that both engines call to draw. */
export interface CustomLayerProps {
  readonly id: string;
  readonly type: 'custom';
  readonly renderingMode: '2d';
  readonly onAdd: (map: Repaints, gl: WebGL2RenderingContext) => void;
  readonly onRemove: () => void;
  readonly render: (gl: WebGL2RenderingContext, projection: Projection) => void;
}

export interface MovingLayer extends CustomLayerProps {
  readonly repaint: () => void;
  /** Service time in epoch milliseconds, by which what is old is drawn fainter. */
  readonly setNow: (now: number) => void;
  /** Of each kind in the order of `MOVING_KINDS`, and of the rim: red, green, blue, 0 to 1. */
  readonly setColours: (kinds: readonly number[], rim: readonly number[]) => void;
}

const VERTEX = `#version 300 es
uniform mat4 matrix; uniform float size; uniform float now; uniform vec3 colours[5]; uniform float turn;
layout(location = 0) in vec2 place; layout(location = 1) in vec3 what;
out vec3 colour; out float course; out float faint;
void main() {
  gl_Position = matrix * vec4(place.x + turn, place.y, 0.0, 1.0);
  gl_PointSize = size;
  course = what.x;
  colour = colours[int(what.y + 0.5)];
  faint = now - what.z > ${30 * 60}.0 ? 0.5 : 1.0;
}`;

/** An arrow head along the course; a disc where no course is told, so that the two are told apart without colour. */
const FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 rim;
in vec3 colour; in float course; in float faint;
out vec4 pixel;
float arrow(vec2 p) {
  float side = abs(p.x) * 0.894 + p.y * 0.447 - 0.34;
  float tail = -p.y - 0.62 + abs(p.x) * 0.35;
  return max(side, tail);
}
void main() {
  vec2 p = gl_PointCoord * 2.0 - 1.0;
  p.y = -p.y;
  float c = cos(course), s = sin(course);
  float d = course < 0.0 ? length(p) - 0.5 : arrow(vec2(c * p.x - s * p.y, s * p.x + c * p.y));
  float w = fwidth(p.x);
  float inside = 1.0 - smoothstep(-w, w, d);
  float around = 1.0 - smoothstep(-w, w, d - 0.16);
  if (around < 0.01) discard;
  float alpha = around * faint;
  pixel = vec4(mix(rim, colour, inside) * alpha, alpha);
}`;

/** Draws any number of things in one call. What moved is uploaded where it lies in the array, at the next frame. */
export function movingLayer(objects: MovingObjects, id = 'moving'): MovingLayer {
  let map: Repaints | null = null;
  let drawn: Drawing | null = null;
  let [kinds, rim, now]: [readonly number[], readonly number[], number] = [[], [1, 1, 1], objects.epoch];
  const repaint = () => map?.triggerRepaint();
  return {
    id,
    type: 'custom',
    renderingMode: '2d',
    repaint,
    setNow: (at) => {
      now = at;
      repaint();
    },
    setColours: (nextKinds, nextRim) => {
      [kinds, rim] = [nextKinds, nextRim];
      repaint();
    },
    onAdd: (onto, gl) => {
      map = onto;
      drawn = startDrawing(gl);
    },
    onRemove: () => {
      map = null;
      drawn = null;
    },
    render: (gl, projection) => {
      // Before it was told its colours there is nothing to draw with.
      if (!drawn || objects.size === 0 || kinds.length === 0) return;
      const matrix = 'defaultProjectionData' in projection ? projection.defaultProjectionData.mainMatrix : projection;
      upload(gl, drawn, objects);
      gl.useProgram(drawn.program);
      gl.bindVertexArray(drawn.array);
      gl.uniformMatrix4fv(drawn.at('matrix'), false, Float32Array.from(matrix));
      gl.uniform1f(drawn.at('size'), 20 * (globalThis.devicePixelRatio || 1));
      gl.uniform1f(drawn.at('now'), (now - objects.epoch) / 1000);
      gl.uniform3fv(drawn.at('colours'), kinds);
      gl.uniform3fv(drawn.at('rim'), rim);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.disable(gl.DEPTH_TEST);
      gl.disable(gl.STENCIL_TEST);
      // The copies of the world to either side, for a view across the date line.
      for (const turn of [-1, 0, 1]) {
        gl.uniform1f(drawn.at('turn'), turn);
        gl.drawArrays(gl.POINTS, 0, objects.size);
      }
      gl.bindVertexArray(null);
    },
  };
} // prettier-ignore

interface Drawing {
  readonly program: WebGLProgram;
  readonly array: WebGLVertexArrayObject;
  readonly buffer: WebGLBuffer;
  readonly at: (uniform: string) => WebGLUniformLocation | null;
  /** Numbers that the buffer has room for. */
  room: number;
}

function startDrawing(gl: WebGL2RenderingContext): Drawing {
  const program = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('no shader');
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'shaders');
  const array = gl.createVertexArray();
  const buffer = gl.createBuffer();
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, NUMBERS * 4, 0);
  gl.enableVertexAttribArray(1);
  gl.vertexAttribPointer(1, 3, gl.FLOAT, false, NUMBERS * 4, 8);
  gl.bindVertexArray(null);
  const places = new Map<string, WebGLUniformLocation | null>();
  const at = (name: string) => {
    if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name));
    return places.get(name) ?? null;
  };
  return { program, array, buffer, at, room: 0 };
} // prettier-ignore

function upload(gl: WebGL2RenderingContext, drawn: Drawing, objects: MovingObjects): void {
  const { numbers } = objects;
  const dirty = objects.takeDirty();
  gl.bindBuffer(gl.ARRAY_BUFFER, drawn.buffer);
  if (drawn.room !== numbers.length) {
    gl.bufferData(gl.ARRAY_BUFFER, numbers, gl.DYNAMIC_DRAW);
    drawn.room = numbers.length;
  } else if (dirty) {
    const from = dirty[0] * NUMBERS;
    gl.bufferSubData(gl.ARRAY_BUFFER, from * 4, numbers, from, dirty[1] * NUMBERS - from);
  }
}
