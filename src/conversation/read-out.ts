import type { Entry } from '../protocol/entry.ts';
import type { About } from '../protocol/frames.ts';
import type { StateView } from '../protocol/state.ts';

/** The most entries of one read-out: the platform carries 32 MB from object to Worker, an entry is up to 16 kB. */
export const READ_OUT_ENTRIES = 1_000;

/** A conversation, or a part of it, for somebody of the team to read. */
export interface ReadOut {
  /** The website's id. */
  site: string;
  about: About;
  state: StateView;
  /** Entries in their order, what is for the team only included. */
  entries: Entry[];
  /** The number of the log's last entry. */
  last: number;
}
