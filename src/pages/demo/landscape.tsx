/** A pine: where its trunk meets the ground, and how tall it stands, in the drawing's units. */
type Pine = readonly [x: number, ground: number, height: number];

const FAR_PINES: readonly Pine[] = [
  [64, 470, 62],
  [104, 462, 78],
  [150, 468, 56],
  [212, 452, 70],
  [262, 456, 52],
  [330, 446, 60],
  [388, 450, 48],
  [842, 466, 54],
  [890, 458, 66],
  [948, 462, 50],
  [1010, 450, 72],
  [1058, 452, 58],
  [1120, 440, 66],
  [1176, 444, 80],
  [1236, 434, 62],
  [1290, 438, 74],
  [1352, 428, 58],
  [1404, 430, 70],
];

const NEAR_PINES: readonly Pine[] = [
  [18, 590, 176],
  [84, 606, 132],
  [142, 598, 204],
  [206, 616, 118],
  [258, 612, 150],
  [1150, 612, 128],
  [1206, 602, 176],
  [1270, 592, 226],
  [1334, 590, 158],
  [1398, 580, 204],
];

/** The hero's evening in the hills. Its colours are the style sheet's, so that it has a night too. */
export function Landscape() {
  return (
    <svg
      class="landscape"
      viewBox="0 0 1440 640"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <g class="stars">
        {STARS.map(([x, y, r]) => (
          <circle key={x} cx={x} cy={y} r={r} />
        ))}
      </g>
      <circle class="sun-glow" cx="1176" cy="176" r="132" />
      <circle class="sun" cx="1176" cy="176" r="58" />
      <path
        class="peak-far"
        d="M0 430 120 372 210 404 350 326 452 388 540 344 640 396 752 322 838 372 1000 204 1096 292 1150 262 1262 356 1340 300 1440 356V640H0Z"
      />
      <path
        class="peak-snow"
        d="m1000 204-54 56 26-8 16 22 18-24 22 14 20-12Zm150 58-30 17 16 12 14-8 18 14 4-15Z"
      />
      <path
        class="peak-near"
        d="M0 476 168 402l142 62 196-118 124 76 108-52 176 96 168-92 150 60 208-86v392H0Z"
      />
      <path
        class="forest"
        d={`${FAR_PINES.map(pine).join('')}M0 466q180-24 420-14t430 12q300-18 590-40v216H0Z`}
      />
      <path class="meadow" d="M0 548q260-64 620-30t820-26v148H0Z" />
      <g class="camp">
        <path class="camp-light" d="M616 562q104-46 224 0l34 12q-146 22-292 0Z" />
        <path class="camp-tent" d="M640 562q22-4 34-44 14-40 54-46 42 8 60 48 14 34 30 42Z" />
        <path class="camp-door" d="M702 562q6-40 26-72 20 32 24 72Z" />
        <path class="camp-seam" d="M728 472q-16 38-26 90M728 472q18 38 24 90" />
      </g>
      <path class="grove" d={NEAR_PINES.map(pine).join('')} />
      <path class="foreground" d="M0 596q300-44 660-14t780-20v78H0Z" />
    </svg>
  );
}

const STARS = [
  [92, 74, 1.6],
  [188, 148, 1.1],
  [274, 52, 1.4],
  [366, 118, 1],
  [452, 66, 1.7],
  [548, 138, 1.1],
  [640, 44, 1.3],
  [716, 104, 1],
  [802, 62, 1.5],
  [884, 132, 1.1],
  [1126, 58, 1.5],
  [1204, 128, 1],
  [1288, 76, 1.7],
  [1372, 146, 1.2],
] as const;

/** Four tiers of boughs, each as wide as it hangs low. */
function pine([x, ground, height]: Pine): string {
  const tiers = [0.28, 0.52, 0.76, 1].map((low, index) => {
    const top = ground - height * (1 - index * 0.17);
    const foot = ground - height * (1 - low) * 0.94 - height * 0.06;
    const half = height * (0.09 + index * 0.045);
    return `M${x} ${round(top)} ${round(x + half)} ${round(foot)}H${round(x - half)}Z`;
  });
  // Wound the same way round as the boughs, or the two would cut a hole into each other.
  const trunk = `M${round(x - height * 0.02)} ${ground}v${round(-height * 0.1)}h${round(height * 0.04)}v${round(height * 0.1)}Z`;
  return tiers.join('') + trunk;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
