import { createServer } from 'node:net';
import { Complaint } from '../lib/complaint.ts';
import { codeOf } from '../lib/files.ts';

/** Complains if something listens on `port` already, on either of the addresses of localhost. */
export async function checkPort(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await tryListen(port, host);
    if (code === 'EADDRINUSE') {
      throw new Complaint(
        `Port ${port} is in use by another program. Stop it, or set PORT to a free one.`,
      );
    }
    if (code === 'EACCES')
      throw new Complaint(
        `Port ${port} needs more rights than you have. Set PORT to one above 1023.`,
      );
  }
}

/** Any other failure, such as a machine without IPv6, says nothing about the port. */
function tryListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(codeOf(error)));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
