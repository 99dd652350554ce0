/** Where the open chat covers the page. A page magnified to 200 % is such a screen too. */
export const SMALL_SCREEN = '(max-width:480px),(max-height:480px)';

/** The looks of an empty chat; `talk/log-styles.ts` has those of a conversation. Colours and lengths come from the tokens; directions are logical, for right-to-left. */
export const STYLES = `
.panel{position:fixed;bottom:calc(var(--b-y) + 72px);left:var(--b-left);right:var(--b-right);
width:min(400px,100% - 20px - var(--b-x));height:min(680px,100% - 92px - var(--b-y));
display:flex;flex-direction:column;overflow:clip;border-radius:20px;outline:1px solid #0000;
background:var(--b-surface);color:var(--b-ink);box-shadow:0 0 0 1px var(--b-line),0 12px 48px #0004}
.panel *{box-sizing:border-box;margin:0}
[hidden]{display:none!important}
.panel,.visitor,.note{animation:rise .16s}
button,textarea{font:inherit;color:inherit}
.panel svg{width:20px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.panel button{display:flex;align-items:center;justify-content:center;gap:8px;min-height:36px;padding:4px 14px;
border:1px solid var(--b-line);border-radius:18px;background:none;font-weight:500;cursor:pointer}
.panel button:not(.primary):hover{background:var(--b-raised)}
.panel .primary,.avatar,.message.visitor>p{border-color:#0000;background:var(--b-accent);color:var(--b-on-accent)}
.panel .icon{flex:none;width:36px;padding:0}
button:disabled{opacity:.45}
.log:focus-visible{outline-offset:-2px}
.head,.note{display:flex;align-items:center;gap:12px;padding:12px 20px;border-bottom:1px solid var(--b-line)}
.head{min-height:72px}
.avatar{position:relative;flex:none;width:40px;border-radius:50%;font-weight:600;font-size:17px;line-height:40px;text-align:center}
.avatar:after{content:"";position:absolute;bottom:-1px;inset-inline-end:-1px;width:8px;height:8px;border-radius:50%;
border:2px solid var(--b-surface);background:var(--b-good)}
.who{flex:1;min-width:0;line-height:1.4}
.who strong{display:block;width:fit-content;max-width:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-weight:600;font-size:16px}
.who span,.name,.note,.quiet{color:var(--b-muted);font-size:13px}
.note{padding-block:8px;background:var(--b-raised);color:var(--b-ink)}
.note:empty{padding:0;border:0}
.log{position:relative;flex:1;overflow:auto;overscroll-behavior:contain;display:flex;flex-direction:column;gap:4px;padding:8px 20px}
.message{display:flex;flex-direction:column;align-items:start;max-width:86%}
.message>p{max-width:100%;padding:9px 14px;border-radius:18px;outline:1px solid #0000;background:var(--b-raised);white-space:pre-wrap;overflow-wrap:anywhere;overflow:clip}
.name{margin-block:12px 4px;padding-inline:4px}
.visitor{align-self:end;align-items:end}
.foot{display:flex;flex-direction:column;align-items:center;gap:8px;padding:8px 16px max(16px,env(safe-area-inset-bottom))}
.composer{display:flex;flex-wrap:wrap;align-items:end;align-self:stretch;gap:4px;padding:5px;border:1px solid var(--b-line);border-radius:24px}
.composer:focus-within{outline:2px solid var(--b-link);outline-offset:-1px}
.panel textarea{flex:1;min-width:0;max-height:136px;padding:6px 12px;border:0;outline:0;background:none;resize:none;font-size:16px;line-height:24px}
::placeholder{color:var(--b-muted);opacity:1}
.unseen{position:absolute;clip-path:inset(50%)}
@media ${SMALL_SCREEN}{
.panel{inset:var(--b-view-top,0) 0 auto;box-sizing:border-box;width:100%;height:var(--b-view-height,100%);border-radius:0;touch-action:pinch-zoom;
padding:env(safe-area-inset-top) env(safe-area-inset-right) 0 env(safe-area-inset-left)}
.log{touch-action:pan-y pinch-zoom}
.head{padding-inline-end:64px}
.launcher[aria-expanded=true]{inset:calc(var(--b-view-top,0px) + 16px + env(safe-area-inset-top)) auto auto;
inset-inline-end:calc(12px + max(env(safe-area-inset-left),env(safe-area-inset-right)));
width:40px;height:40px;background:none;color:var(--b-muted);box-shadow:none}
}
`;
