/** Many connections, each for one question of the simplest kind: what a runtime alone does with a flood. */
import { connect } from 'node:net';

const AT_ONCE = 16;

/** Asks for `/healthz` on a new connection, again and again; answers how often. */
export async function knockAtHealthz(origin: string, forMs: number): Promise<number> {
  const { hostname, port } = new URL(origin);
  const end = performance.now() + forMs;
  let count = 0;
  const knock = () =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write('GET /healthz HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n');
      });
      socket.on('data', () => socket.destroy());
      socket.on('error', () => socket.destroy());
      socket.on('close', () => resolve());
    });
  const keepKnocking = async () => {
    for (; performance.now() < end; count++) await knock();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepKnocking));
  return count;
}
