/** Whole dialogues that nothing was tuned on: scripts/eval/held-out/patience.txt. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Turn } from '../../src/intent/strain.ts';
import type { Detect } from '../../src/intent/verdict.ts';
import { Complaint } from '../lib/complaint.ts';
import { ROOT } from '../lib/paths.ts';
import type { Part } from './report.ts';

const FILE = join(ROOT, 'scripts', 'eval', 'held-out', 'patience.txt');

/** A dialogue. In an impatient one a person should be offered at the last line and not before. */
interface Dialogue {
  isImpatient: boolean;
  language: string;
  turns: readonly Turn[];
  line: number;
}

/** All of them. */
export async function readDialogues(file = FILE): Promise<Dialogue[]> {
  return dialoguesIn(await readFile(file, 'utf8'));
}

const HEADING = /^# (impatient|patient) (\S+)$/;
const TURN = /^(visitor|assistant)( \(no answer\))?: (.+)$/;

/** A heading, such as `# patient en`, and a turn per line. */
export function dialoguesIn(text: string): Dialogue[] {
  const dialogues: (Dialogue & { turns: Turn[] })[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, kind, language = ''] = HEADING.exec(line) ?? [];
    if (kind !== undefined) {
      dialogues.push({ isImpatient: kind === 'impatient', language, turns: [], line: at + 1 });
      continue;
    }
    const [, role, unanswered, said = ''] = TURN.exec(line) ?? [];
    const last = dialogues.at(-1);
    if (role === undefined || last === undefined) {
      throw new Complaint(
        `patience.txt, line ${at + 1}: a turn, such as “visitor: hello”, was expected.`,
      );
    }
    last.turns.push({
      role: role === 'visitor' ? 'visitor' : 'assistant',
      text: said,
      ...(unanswered !== undefined && { isUnanswered: true }),
    });
  }
  return dialogues;
}

/** The number of the first turn at which a person would be offered; -1 if none is. */
export function offeredAt({ turns }: Dialogue, detect: Detect): number {
  return turns.findIndex(({ role, text }, at) => {
    if (role !== 'visitor') return false;
    const { label } = detect(text, { turns: turns.slice(0, at) });
    return label === 'ask_human' || label === 'frustrated';
  });
}

/** How well it is told when patience is at its end. */
export function judgeDialogues(dialogues: readonly Dialogue[], detect: Detect): Part[] {
  const judged = dialogues.map((dialogue) => ({ dialogue, at: offeredAt(dialogue, detect) }));
  const impatient = judged.filter(({ dialogue }) => dialogue.isImpatient);
  const patient = judged.filter(({ dialogue }) => !dialogue.isImpatient);
  const inTime = impatient.filter(({ dialogue, at }) => at === dialogue.turns.length - 1).length;
  const never = impatient.filter(({ at }) => at === -1).length;
  const disturbed = patient.filter(({ at }) => at !== -1).length;
  return [
    {
      title: 'Whole dialogues',
      lines: [
        `a person offered where patience ended: ${inTime} of ${impatient.length}, too early: ${impatient.length - inTime - never}, never: ${never}`,
        `offered in the middle of a patient dialogue: ${disturbed} of ${patient.length}`,
      ],
    },
  ];
}
