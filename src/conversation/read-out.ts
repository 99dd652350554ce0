import type { Entry } from '../protocol/entry.ts';
import type { About } from '../protocol/frames.ts';
import type { StateView } from '../protocol/state.ts';

/** A whole conversation, for somebody of the team to read. */
export interface ReadOut {
  /** The website's id. */
  site: string;
  about: About;
  state: StateView;
  /** The log, what is for the team only included. */
  entries: Entry[];
}
