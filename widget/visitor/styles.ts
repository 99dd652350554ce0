/** The chat's looks. Colours and lengths come from the tokens; directions are logical, for right-to-left. */
export const STYLES = `
.panel{position:fixed;z-index:2147483000;bottom:92px;inset-inline-end:20px;
width:min(400px,100vw - 40px);height:min(680px,100dvh - 112px);
display:flex;flex-direction:column;overflow:clip;border-radius:20px;
background:var(--b-surface);color:var(--b-ink);box-shadow:0 0 0 1px light-dark(#1018280a,#ffffff14),0 12px 48px light-dark(#10182833,#000a)}
.panel *{box-sizing:border-box;margin:0}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
@keyframes pulse{50%{opacity:.3}}
.panel,.visitor,.agent,.line,.typing,.choices,.note,.late{animation:rise .16s}
button,textarea{font:inherit;color:inherit}
.panel svg{width:20px}
.panel button{display:flex;align-items:center;justify-content:center;gap:8px;min-height:36px;padding:4px 14px;
border:1px solid var(--b-line);border-radius:18px;background:none;font-weight:500;cursor:pointer}
.panel button:hover{background:var(--b-raised)}
.panel .primary,.panel .primary:hover{border-color:#0000;background:var(--b-accent);color:var(--b-on-accent)}
.panel .quiet{border-color:#0000}
.panel .icon{flex:none;width:36px;padding:0}
.panel .link{display:inline;min-height:24px;margin-block:-4px;padding:0 6px;border:0;color:var(--b-link);font-size:13px}
button:disabled{opacity:.45}
.log:focus-visible{outline-offset:-2px}
.head,.note{display:flex;align-items:center;gap:12px;padding:12px 20px;border-bottom:1px solid var(--b-line)}
.head{min-height:72px}
.avatar{position:relative;flex:none;width:40px;border-radius:50%;
background:var(--b-accent);color:var(--b-on-accent);font-weight:600;font-size:17px;line-height:40px;text-align:center}
.avatar:after{content:"";position:absolute;bottom:-1px;inset-inline-end:-1px;width:8px;height:8px;border-radius:50%;
border:2px solid var(--b-surface);background:var(--b-good)}
.away:after{background:var(--b-muted)}
.soon:after{background:#d98a00;animation:pulse 1.6s infinite}
.who{flex:1;min-width:0;line-height:1.4}
.who strong{display:block;width:fit-content;max-width:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-weight:600;font-size:16px;unicode-bidi:plaintext}
.who span,.name,.line,.sources,.note,.quiet,small,time{color:var(--b-muted);font-size:13px;unicode-bidi:plaintext}
.note{padding-block:8px;background:var(--b-raised);color:var(--b-ink)}
.note:empty{padding:0;border:0}
.who small{display:block;margin:0;padding:0}
.menu{position:relative}
.menu svg{stroke-width:3}
.log{position:relative;flex:1;overflow:auto;overscroll-behavior:contain;display:flex;flex-direction:column;gap:4px;padding:8px 20px}
.message{display:flex;flex-direction:column;align-items:flex-start;max-width:86%}
.message p{padding:9px 14px;border-radius:18px;background:var(--b-raised);white-space:pre-wrap;overflow-wrap:anywhere}
.name,small,time,.sources{margin-top:4px;padding-inline:4px}
.name{margin-block:12px 4px}
.message.agent p{box-shadow:inset 0 0 0 1px var(--b-accent);background:none}
.visitor{align-self:flex-end;align-items:flex-end}
.message.visitor p{background:var(--b-accent);color:var(--b-on-accent)}
:not(.visitor)+.visitor{margin-top:12px}
.late{animation:rise .16s 1s backwards}
.bad{color:var(--b-danger)}
.line{align-self:center;margin-top:12px;padding:0 16px 4px;text-align:center;overflow-wrap:anywhere}
.sources,.choices,.composer{display:flex;flex-wrap:wrap;align-items:end;gap:8px}
.sources{gap:0 12px;list-style:none}
a{color:var(--b-link);line-height:24px}
.choices{margin-block:8px}
.typing p{letter-spacing:2px;color:var(--b-muted);animation:pulse 1.2s infinite}
.draft p:after{content:" •"}
.foot{display:flex;flex-direction:column;align-items:center;gap:8px;padding:8px 16px max(16px,env(safe-area-inset-bottom))}
.composer{align-self:stretch;gap:4px;padding:5px;border:1px solid var(--b-line);border-radius:24px}
.composer:focus-within{border-color:var(--b-link);box-shadow:0 0 0 1px var(--b-link)}
.panel textarea{flex:1;min-width:0;max-height:136px;padding:6px 12px;border:0;outline:0;background:none;resize:none;font-size:16px;line-height:24px}
::placeholder{color:var(--b-muted);opacity:1}
.composer small{flex-basis:100%;padding:0 12px}
.over{gap:16px;padding-top:16px}
.unseen{position:absolute;clip-path:inset(50%)}
.badge{position:absolute;top:-4px;inset-inline-end:-4px;min-width:22px;border-radius:11px;
background:#c8321f;color:#fff;font-weight:600;font-size:12px;line-height:22px;text-align:center}
@media (max-width:480px),(max-height:480px){
.panel{inset:var(--b-view-top,0) 0 auto;width:100%;height:var(--b-view-height,100dvh);border-radius:0}
.head{padding-inline-end:64px}
.launcher[aria-expanded=true]{top:calc(var(--b-view-top,0px) + 16px);bottom:auto;inset-inline-end:12px;
width:40px;height:40px;background:none;color:var(--b-muted);box-shadow:none}
}
`;
