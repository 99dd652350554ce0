/** The shop's six products, drawn. Classes `a` to `d` are each card's tints, light to dark. */

export function Tent() {
  return (
    <svg viewBox="0 0 240 180" aria-hidden="true">
      <ellipse class="shade" cx="120" cy="152" rx="104" ry="9" />
      <path class="line" d="M44 132 16 151M196 132l28 19" />
      <path class="c" d="M26 150q26-8 44-58 16-46 50-56 34 10 50 56 18 50 44 58Z" />
      <path class="b" d="M26 150q26-8 44-58 16-46 50-56-34 34-50 114Z" />
      <path class="a" d="M120 36q-34 34-50 114h14q8-74 36-114Z" />
      <path class="d" d="M94 150q4-54 26-88 24 34 30 88Z" />
      <path class="b" d="M120 62q-22 34-26 88h10q2-30 16-52 6-10 0-36Z" />
      <path class="line" d="M120 36q-34 34-50 114M120 36q36 36 50 114" />
      <path class="spark" d="M120 30v-8M120 22l9 3-9 4" />
    </svg>
  );
}

export function Boots() {
  return (
    <svg viewBox="0 0 240 180" aria-hidden="true">
      <ellipse class="shade" cx="130" cy="156" rx="98" ry="8" />
      <g class="far" transform="translate(44 -7)">
        <Boot />
      </g>
      <Boot />
    </svg>
  );
}

function Boot() {
  return (
    <>
      <path class="line" d="M46 44q-11-4-9-15 8-5 15 4" />
      <path class="b" d="M50 40h58q-2 34 8 48 12 14 40 20 22 6 22 28v6H48q-4-50 2-102Z" />
      <path
        class="c"
        d="M48 142q-2-24-1-44 22 4 34 18 12 16 40 16 34 0 57-6v16ZM61 56q-6 24 0 46l-13-2q-2-26 1-44Z"
      />
      <path class="a" d="M46 36q0-10 10-10h46q9 0 9 10v12H46Z" />
      <path
        class="d"
        d="M44 140h136v8q0 10-10 10h-10l-6-6h-12l-6 6h-12l-6-6h-12l-6 6H96l-10-8-8 8H54q-10 0-10-10Z"
      />
      <path class="lace" d="m84 60 24 3M84 74l27 3M88 88l29 1M96 101l28-4M108 111l26-7" />
    </>
  );
}

export function Backpack() {
  return (
    <svg viewBox="0 0 240 180" aria-hidden="true">
      <ellipse class="shade" cx="120" cy="160" rx="72" ry="8" />
      <path class="line thick" d="M104 26q0-14 16-14t16 14" />
      <rect class="d" x="66" y="134" width="108" height="24" rx="12" />
      <path class="line light" d="M88 134v24M152 134v24" />
      <circle class="c" cx="67" cy="146" r="12" />
      <circle class="a" cx="67" cy="146" r="5" />
      <rect class="d" x="168" y="72" width="18" height="56" rx="9" />
      <rect class="a" x="171" y="62" width="12" height="14" rx="3" />
      <path class="b" d="M72 58q0-36 48-36t48 36v70q0 14-14 14H86q-14 0-14-14Z" />
      <path class="c" d="M72 100h96v28q0 14-14 14H86q-14 0-14-14Z" />
      <path class="a" d="M68 50q2-32 52-32t52 32v14q0 10-10 10H78q-10 0-10-10Z" />
      <rect class="d" x="112" y="66" width="16" height="24" rx="3" />
      <path class="line" d="M120 40v26M84 108h72M94 108v20M146 108v20" />
      <path class="spark" d="M156 96q10 0 10-10" />
    </svg>
  );
}

export function Stove() {
  return (
    <svg viewBox="0 0 240 180" aria-hidden="true">
      <ellipse class="shade" cx="120" cy="160" rx="66" ry="8" />
      <path class="steam" d="M100 34q-8-8 0-16t0-16M122 34q-8-8 0-16t0-16M144 34q-8-8 0-16t0-16" />
      <path class="line thick" d="M160 62h36q8 0 8 8" />
      <path class="a" d="M76 46h90v38q0 14-14 14H90q-14 0-14-14Z" />
      <path class="b" d="M140 46h26v38q0 14-14 14h-22q10-4 10-14Z" />
      <rect class="d" x="70" y="40" width="102" height="10" rx="5" />
      <path class="line" d="M88 60v22" />
      <path
        class="flame"
        d="M104 112q-8-4-2-13 6 3 6-1 8 5 4 14ZM120 114q-10-4-3-16 4 4 5-1 10 8 4 17ZM138 112q-8-4-2-13 5 3 5-1 8 5 4 14Z"
      />
      <path class="line thick" d="M82 100l16 16M158 100l-16 16M98 116h44M120 116v8" />
      <path class="c" d="M92 130q0-8 8-8h40q8 0 8 8v22q0 8-8 8h-40q-8 0-8-8Z" />
      <path class="d" d="M92 136h56v12H92Z" />
      <path class="line light" d="M102 142h24" />
      <circle class="a" cx="160" cy="120" r="6" />
      <path class="line" d="M142 120h12" />
    </svg>
  );
}

export function Lantern() {
  return (
    <svg viewBox="0 0 240 180" aria-hidden="true">
      <ellipse class="shade" cx="120" cy="162" rx="58" ry="7" />
      <circle class="glow" cx="120" cy="92" r="84" />
      <path class="line thick" d="M90 62q-8-50 30-50t30 50" />
      <path class="d" d="M104 34h32l6 12H98Z" />
      <rect class="c" x="86" y="46" width="68" height="14" rx="7" />
      <path class="lamp" d="M92 60h56v66H92Z" />
      <path class="filament" d="M120 74q14 16 6 30-2 10-6 10t-6-10q-8-14 6-30Z" />
      <path class="line" d="M92 60v66M148 60v66M106 60v66M134 60v66" />
      <path class="c" d="M84 132q0-8 8-8h56q8 0 8 8v4H84Z" />
      <path class="b" d="M80 136h80v16q0 10-10 10H90q-10 0-10-10Z" />
      <circle class="d" cx="120" cy="149" r="6" />
      <path class="spark" d="M120 149v-5" />
    </svg>
  );
}

export function SleepingBag() {
  return (
    <svg viewBox="0 0 240 180" aria-hidden="true">
      <ellipse class="shade" cx="122" cy="150" rx="100" ry="9" />
      <path
        class="d"
        d="M20 118q-4-34 26-44 16-5 34-2l122 20q22 4 22 28 0 22-22 26L70 150q-46 0-50-32Z"
      />
      <path
        class="b"
        d="M20 112q-4-34 26-44 16-5 34-2l122 20q22 4 22 28 0 22-22 26L70 144q-46 0-50-32Z"
      />
      <path class="c" d="M66 144q24-18 20-46-2-18-14-32l8 0 122 20q22 4 22 28 0 22-22 26L70 144Z" />
      <path
        class="line"
        d="M112 72q14 32 0 70M140 76q12 30 0 65M168 81q10 28 0 59M194 85q8 26 0 56"
      />
      <path class="a" d="M30 108q-2-22 18-28 16-4 24 10 6 12 0 26-8 18-24 14-16-4-18-22Z" />
      <path class="d" d="M42 106q0-14 10-16 12-2 14 10 2 14-6 20-10 4-15-4-3-5-3-10Z" />
      <path class="spark" d="M86 98q24 6 108 6" />
    </svg>
  );
}
