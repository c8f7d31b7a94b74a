import { createHash, generateKeyPairSync } from 'node:crypto';
import ssh2, { type Connection, type FileEntry, type SFTPWrapper } from 'ssh2';

const { Server, utils } = ssh2;
const { STATUS_CODE } = utils.sftp;

/** A sender's SFTP server on loopback, with one folder in memory. */
export interface SftpServer {
  readonly port: number;
  readonly hostKeySha256: string;
  readonly files: Map<string, Buffer>;
  close(): Promise<void>;
}

export async function startSftpServer(username: string, password: string): Promise<SftpServer> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const parsed = utils.parseKey(privateKey);
  if (parsed instanceof Error) throw parsed;
  const files = new Map<string, Buffer>();
  const server = new Server({ hostKeys: [privateKey] }, (connection: Connection) => {
    connection.on('error', () => undefined);
    connection.on('authentication', (context) => {
      const isRight =
        context.method === 'password' && context.username === username && context.password === password;
      if (isRight) context.accept();
      else context.reject(['password']);
    });
    connection.on('ready', () => {
      connection.on('session', (accept) => accept().on('sftp', (take) => serveFolder(take(), files)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  const fingerprint = createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '');
  return {
    port: address.port,
    hostKeySha256: fingerprint,
    files,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const REGULAR = 0o100644;
const FOLDER = 0o040755;
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function attributes(bytes: Buffer | null) {
  const time = 1_795_000_000;
  return {
    mode: bytes ? REGULAR : FOLDER,
    uid: 0,
    gid: 0,
    size: bytes?.length ?? 0,
    atime: time,
    mtime: time,
  };
}

function serveFolder(sftp: SFTPWrapper, files: Map<string, Buffer>): void {
  const handles = new Map<number, { readonly path: string; isListed: boolean }>();
  let next = 0;
  const open = (path: string): Buffer => {
    next += 1;
    handles.set(next, { path, isListed: false });
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(next);
    return handle;
  };
  const at = (handle: Buffer) => handles.get(handle.readUInt32BE(0));
  sftp.on('REALPATH', (id, path) =>
    sftp.name(id, [{ filename: path, longname: path, attrs: attributes(null) }] as FileEntry[]),
  );
  sftp.on('OPENDIR', (id, path) => sftp.handle(id, open(path)));
  sftp.on('READDIR', (id, handle) => {
    const opened = at(handle);
    if (!opened || opened.isListed) return sftp.status(id, STATUS_CODE.EOF);
    opened.isListed = true;
    return sftp.name(
      id,
      [...files].map(([filename, bytes]) => {
        const longname = `-rw-r--r-- 1 sender sender ${bytes.length} Nov 20 09:30 ${filename}`;
        return { filename, longname, attrs: attributes(bytes) };
      }),
    );
  });
  const stat = (id: number, path: string) => {
    const bytes = files.get(nameOf(path));
    if (bytes || path.endsWith('out')) sftp.attrs(id, attributes(bytes ?? null));
    else sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
  };
  sftp.on('STAT', stat).on('LSTAT', stat);
  sftp.on('FSTAT', (id, handle) => stat(id, at(handle)?.path ?? ''));
  sftp.on('OPEN', (id, path) => {
    if (files.has(nameOf(path))) sftp.handle(id, open(path));
    else sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
  });
  sftp.on('READ', (id, handle, offset, length) => {
    const bytes = files.get(nameOf(at(handle)?.path ?? ''));
    if (!bytes || offset >= bytes.length) return sftp.status(id, STATUS_CODE.EOF);
    return sftp.data(id, bytes.subarray(offset, offset + length));
  });
  sftp.on('CLOSE', (id, handle) => {
    handles.delete(handle.readUInt32BE(0));
    sftp.status(id, STATUS_CODE.OK);
  });
  sftp.on('REMOVE', (id, path) => {
    sftp.status(id, files.delete(nameOf(path)) ? STATUS_CODE.OK : STATUS_CODE.NO_SUCH_FILE);
  });
}
