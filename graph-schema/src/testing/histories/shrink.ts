/**
 * The fewest of the items with which it still fails: parts are left out as long as that is so, first large ones, then
 * single ones. `most` bounds the tries.
 */
export async function shrunk<T>(
  items: readonly T[],
  fails: (items: readonly T[]) => boolean | Promise<boolean>,
  most = 400,
): Promise<readonly T[]> {
  let left = items;
  let tries = 0;
  for (let size = Math.ceil(left.length / 2); size >= 1;) {
    let isSmaller = false;
    for (let start = 0; start < left.length && tries < most;) {
      const without = [...left.slice(0, start), ...left.slice(start + size)];
      tries += 1;
      if (without.length > 0 && (await fails(without))) {
        left = without;
        isSmaller = true;
      } else start += size;
    }
    if (tries >= most) break;
    if (size === 1 && !isSmaller) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return left;
}
