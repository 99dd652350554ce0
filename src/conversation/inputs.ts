/** What a frame asks of the state machine. Pure. */
import { assertNever } from '../protocol/assert-never.ts';
import type { AgentFrame, VisitorFrame } from '../protocol/frames.ts';
import type { Input, Seat } from './escalation-state.ts';

type Plain = 'hello' | 'typing' | 'say';

/** What a page tells of its visitor. */
type Told = 'page' | 'identify';

/** Frames that are neither a greeting nor talk, nor the end of it all. */
type VisitorRequest = Exclude<VisitorFrame, { type: Plain | Told | 'erase' }>;
type AgentRequest = Exclude<AgentFrame, { type: Plain }>;

/** What a visitor asks for. */
export function visitorInput(frame: VisitorRequest): Input {
  switch (frame.type) {
    case 'ask_human':
      return { type: 'human_asked' };
    case 'answer_offer':
      return { type: 'offer_answered', accept: frame.accept };
    case 'cancel_wait':
      return { type: 'wait_cancelled' };
    case 'leave_contact':
      return { type: 'contact_left', email: frame.email };
    case 'end':
      return { type: 'visitor_ended' };
    default:
      return assertNever(frame);
  }
}

/** Who asks, as the Worker has recognised them. */
type Who = Pick<Seat, 'id' | 'isLasting' | 'escalation'>;

/** What an agent asks for. */
export function agentInput(frame: AgentRequest, who: Who): Input {
  switch (frame.type) {
    case 'take_over':
      return {
        type: 'took_over',
        seat: {
          id: who.id,
          isLasting: who.isLasting,
          escalation: who.escalation,
          name: frame.name,
        },
        force: frame.force ?? false,
      };
    case 'hand_back':
      return { type: 'handed_back', id: who.id, note: frame.note ?? '' };
    case 'end':
      return { type: 'agent_ended', id: who.id };
    default:
      return assertNever(frame);
  }
}
