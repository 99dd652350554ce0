/** What the server has stored, as newcomers are told it who were never there before. */
import type { Entry } from '../../src/protocol/entry.ts';
import { PROTOCOL, SUBPROTOCOL } from '../../src/protocol/limits.ts';
import { readFrame } from '../../widget/shared/read-frame.ts';
import { Complaint } from '../lib/complaint.ts';
import { socketUrl } from './browser.ts';
import type { Proxy } from './proxy.ts';
import type { Truth } from './verdict.ts';

const PATIENCE_MS = 20_000;

/** What no server understands: its refusal is the end of what came before. */
const FULL_STOP = '{"type":"full-stop"}';

/** Reads conversations: as the team sees them and, where there is a token, as the visitor does. */
export async function readTruths(
  proxy: Proxy,
  cookie: string,
  chats: readonly { conversation: string; token: string | null }[],
): Promise<Truth[]> {
  const line = await proxy.line({ cookie, isClear: true });
  try {
    return await Promise.all(
      chats.map(async ({ conversation, token }) => {
        const team = readLog(line.origin, `/v1/conversations/${conversation}/socket`, []);
        const visitor = token && readLog(line.origin, '/v1/sites/demo/socket', [`token.${token}`]);
        return { conversation, team: await team, visitor: visitor ? await visitor : null };
      }),
    );
  } finally {
    line.close();
  }
}

/** The whole log behind a socket. */
function readLog(origin: string, path: string, secrets: readonly string[]): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    const socket = new WebSocket(socketUrl(origin, path), [SUBPROTOCOL, ...secrets]);
    const fail = () => {
      socket.close();
      reject(new Complaint('A stored conversation could not be read.'));
    };
    const late = setTimeout(fail, PATIENCE_MS);
    const finish = () => {
      clearTimeout(late);
      resolve(entries);
      socket.close();
    };
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ type: 'hello', protocol: PROTOCOL, lastSeq: 0 }));
      socket.send(FULL_STOP);
    });
    socket.addEventListener('close', fail);
    socket.addEventListener('message', ({ data }) => {
      const frame = readFrame(data);
      if (frame?.type === 'welcome') entries.push(...frame.entries);
      else if (frame?.type === 'entry') entries.push(frame.entry);
      else if (frame?.type === 'refused') finish();
    });
  });
}
