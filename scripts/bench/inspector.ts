/** What V8 itself says of the isolate that the Worker and its objects run in, by the inspector's protocol. */
import type { Profile } from './profile.ts';
import type { Bench } from './servers.ts';

/** As miniflare calls the Worker. */
const TARGET = 'core:user:baton';

const BYTES_PER_MEGABYTE = 1_000_000;

/** How often it is looked at what runs. */
const SAMPLE_EVERY_US = 200;

/** Megabytes of the heap that are in use, and of buffers outside of it, once everything unused is gone. */
export async function heapMegabytes(bench: Bench): Promise<number> {
  const inspector = await Inspector.open(bench);
  const collected = inspector.call('HeapProfiler.collectGarbage');
  // It is done with the isolate's next piece of work.
  for (let at = 0; at < 2; at++) await (await fetch(`${bench.origin}/healthz`)).text();
  await collected;
  const { usedSize, backingStorageSize } = await inspector.call<HeapUsage>('Runtime.getHeapUsage');
  inspector.close();
  const bytes = usedSize + backingStorageSize;
  return Math.round((bytes / BYTES_PER_MEGABYTE) * 10) / 10;
}

/** Notes what runs from now on; `stop` answers with it. */
export async function startProfile(bench: Bench): Promise<{ stop(): Promise<Profile> }> {
  const inspector = await Inspector.open(bench);
  await inspector.call('Profiler.enable');
  await inspector.call('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
  await inspector.call('Profiler.start');
  return {
    async stop() {
      const { profile } = await inspector.call<{ profile: Profile }>('Profiler.stop');
      inspector.close();
      return profile;
    },
  };
}

interface HeapUsage {
  usedSize: number;
  backingStorageSize: number;
}

class Inspector {
  readonly #socket: WebSocket;
  #calls = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  static async open({ inspector }: Bench): Promise<Inspector> {
    if (inspector === undefined) throw new Error('the runtime was not started to be inspected');
    const socket = new WebSocket(`${inspector}/${TARGET}`);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new Error('the inspector does not answer')));
    });
    return new Inspector(socket);
  }

  /** What V8 answers is what its protocol says: the caller knows which. */
  call<T>(method: string, params: object = {}): Promise<T> {
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve) => {
      const hear = ({ data }: MessageEvent) => {
        const message: { id?: number; result: T } = JSON.parse(String(data));
        if (message.id !== id) return;
        this.#socket.removeEventListener('message', hear);
        resolve(message.result);
      };
      this.#socket.addEventListener('message', hear);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close(): void {
    this.#socket.close();
  }
}
