/** The looks of what a chat seldom shows. */
export const STYLES = `
@keyframes pulse{50%{opacity:.3}}
.away:after{background:var(--b-muted)}
.soon:after{background:#d98a00;animation:pulse 1.6s infinite}
.menu{position:relative}
[role=menu]{border:1px solid #0000;position:absolute;z-index:1;inset-inline-end:0;top:100%;min-width:208px;padding:6px;border-radius:16px;background:var(--b-surface);
box-shadow:0 0 0 1px var(--b-line),0 8px 32px light-dark(#10182833,#000a);animation:rise .12s}
.panel [role=menuitem]{width:100%;justify-content:flex-start;border-color:#0000;border-radius:12px;white-space:nowrap}
[role=menuitem]:focus-visible{outline-offset:-2px}
[role=alert] span{flex:1}
.choices{margin-block:8px}
.over{gap:16px;padding-top:16px}
.composer small{flex-basis:100%;padding:0 12px}
.contact{display:flex;flex-wrap:wrap;align-items:end;gap:8px;margin-block:8px;padding:16px;border-radius:18px;background:var(--b-raised)}
.contact label{flex:1 1 180px}
.contact small{flex-basis:100%}
.panel input{width:100%;margin-top:8px;min-height:36px;padding:4px 12px;border:1px solid var(--b-muted);border-radius:18px;
background:var(--b-surface);color:inherit;font:inherit;font-size:16px}
.badge:empty{display:none}
.badge{position:absolute;top:-4px;inset-inline-end:-4px;min-width:22px;border-radius:11px;
background:#c8321f;color:#fff;font-weight:600;font-size:12px;line-height:22px;text-align:center}
`;
