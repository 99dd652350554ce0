import type { MonitorFrame } from '../../../src/protocol/monitor.ts';

/** The part by which each frame is known for what it says it is. */
const PART_OF: Readonly<Record<MonitorFrame['type'], string>> = {
  snapshot: 'cards',
  card: 'card',
  gone: 'conversation',
  refused: 'code',
};

/** Reads what the monitor sent, no deeper than to know the frame; what is no frame is null. */
export function readMonitorFrame(data: unknown): MonitorFrame | null {
  try {
    const value: unknown = JSON.parse(String(data));
    return isMonitorFrame(value) ? value : null;
  } catch {
    return null;
  }
}

function isMonitorFrame(value: unknown): value is MonitorFrame {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  return Object.entries(PART_OF).some(([type, part]) => type === value.type && part in value);
}
