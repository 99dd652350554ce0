/** A few soft notes. Made on the spot: there is no file to load or to block. */

interface Sound {
  /** Whether the browser lets this page be heard: only once somebody has touched it. */
  isAllowed(): boolean;
  play(): void;
}

interface Notes {
  /** Frequencies in Hz, one after the other. */
  readonly notes: readonly number[];
  /** 0 to 1. */
  readonly loudness: number;
}

const NOTE_EVERY_S = 0.16;
const NOTE_LENGTH_S = 0.5;

/** @param onAllowed told when the page may be heard from now on */
export function createSound({ notes, loudness }: Notes, onAllowed: () => void): Sound {
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
      const sounding = (context ??= new AudioContext());
      void sounding.resume();
      const { currentTime } = sounding;
      notes.forEach((frequency, at) => {
        ring(sounding, frequency, loudness, currentTime + at * NOTE_EVERY_S);
      });
    },
  };
}

function ring(context: AudioContext, frequency: number, loudness: number, begin: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(loudness, begin + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, begin + NOTE_LENGTH_S);
  tone.connect(volume).connect(context.destination);
  tone.start(begin);
  tone.stop(begin + NOTE_LENGTH_S);
}
