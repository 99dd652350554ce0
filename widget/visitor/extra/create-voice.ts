import { directionOf } from '../../../src/language/codes.ts';
import { backText, offerText, visitorLine } from '../../shared/visitor-lines.ts';
import type { Speaker } from '../../shared/visitor-lines.ts';
import type { Voice } from '../voice.ts';

/** The voice of a speaker. */
export function createVoice(speaker: Speaker): Voice {
  const { accept, decline } = speaker.lines;
  return {
    dir: directionOf(speaker.language),
    line: (event, isOffered) => visitorLine(event, speaker, isOffered),
    offer: (offer) => offerText(offer, speaker),
    accept,
    decline,
    backAt: (at) => backText(at, speaker),
  };
}
