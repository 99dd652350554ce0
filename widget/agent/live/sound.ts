/** Two soft notes for a new wait. Made on the spot: there is no file to load or to block. */

export interface Sound {
  /** Whether the browser lets this page be heard: only once somebody has touched it. */
  isAllowed(): boolean;
  play(): void;
}

/** Frequencies in Hz: a fifth upwards, friendly and not a doorbell. */
const NOTES = [523.25, 783.99];
const NOTE_EVERY_S = 0.16;
const NOTE_LENGTH_S = 0.5;
const LOUDNESS = 0.12;

/** @param onAllowed told when the page may be heard from now on */
export function createSound(onAllowed: () => void): Sound {
  let context: AudioContext | undefined;
  let isTouched = navigator.userActivation?.hasBeenActive ?? false;

  const end = new AbortController();
  const touched = () => {
    end.abort();
    isTouched = true;
    onAllowed();
  };
  if (!isTouched) {
    document.addEventListener('pointerup', touched, end);
    document.addEventListener('keydown', touched, end);
  }

  return {
    isAllowed: () => isTouched,
    play() {
      if (!isTouched) return;
      context ??= new AudioContext();
      void context.resume();
      NOTES.forEach((frequency, at) => context && ring(context, frequency, at * NOTE_EVERY_S));
    },
  };
}

function ring(context: AudioContext, frequency: number, afterS: number): void {
  const begin = context.currentTime + afterS;
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0, begin);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, begin + NOTE_LENGTH_S);
  tone.connect(loudness).connect(context.destination);
  tone.start(begin);
  tone.stop(begin + NOTE_LENGTH_S);
}
