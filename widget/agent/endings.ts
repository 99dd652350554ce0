import { CLOSE } from '../../src/protocol/close-codes.ts';
import type { StopReason } from '../shared/socket-types.ts';

/** What ends somebody's time at a conversation, by the code it is closed with. */
export const ENDINGS: { readonly [code: number]: StopReason } = {
  [CLOSE.dismissed]: 'dismissed',
  [CLOSE.gone]: 'gone',
  [CLOSE.linkClosed]: 'link_closed',
};
