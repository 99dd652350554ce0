/** The looks of a conversation: what was said, what happened, and who is there. */
export const LOG_STYLES = `
.agent,.line,.typing,.choices{animation:rise .16s}
.line,.mark,.sources,small,time{color:var(--b-muted);font-size:13px}
small,time,.sources{margin-top:4px;padding-inline:4px}
.panel .link{display:inline;min-height:24px;margin:-4px -6px;padding:0 6px;border:0;color:var(--b-link);font-size:13px}
.who small{display:block;margin:0;padding:0}
.menu svg{stroke-width:3}
.message.agent>p{box-shadow:inset 0 0 0 1px var(--b-accent);background:none}
.late{animation:rise .16s 1s backwards}
:not(.visitor)+.visitor{margin-top:12px}
.visitor small{text-align:end}
.panel .quiet{border-color:#0000}
.panel .primary:hover{box-shadow:0 1px 6px #0006}
.bad{color:var(--b-danger)}
.line,.mark{align-self:center;margin-top:12px;padding:0 16px 4px;text-align:center;overflow-wrap:anywhere}
.mark{align-self:stretch;display:flex;align-items:center;gap:12px;padding-inline:0}
.mark:before,.mark:after{content:"";flex:1;border-top:1px solid var(--b-line)}
.mark+.mark{margin-top:0}
.news{color:var(--b-link)}
.news:before,.news:after{border-color:currentColor;opacity:.4}
.sources,.choices{display:flex;flex-wrap:wrap;align-items:baseline;gap:8px}
.sources{gap:0 12px;list-style:none}
a{color:var(--b-link);line-height:24px;overflow-wrap:anywhere}
.sources a{display:inline-block}
.rich{display:flex;flex-direction:column;gap:8px;max-width:100%;overflow:clip;padding:9px 14px;border-radius:18px;background:var(--b-raised);overflow-wrap:anywhere}
.rich p{white-space:pre-line;unicode-bidi:plaintext}
.rich :is(ul,ol){display:flex;flex-direction:column;gap:4px;padding-inline-start:26px}
.rich li>*+*{margin-top:4px}
code{padding:1px 5px;border-radius:6px;background:var(--b-line);font:.875em/1.5 ui-monospace,monospace}
pre{padding:8px 12px;border-radius:10px;background:var(--b-line);text-align:left;white-space:pre-wrap}
pre code{padding:0;background:none}
.typing p{display:flex;gap:5px;padding-block:16px}
.typing i{border:3.5px solid var(--b-muted);border-radius:50%;animation:nod 1.2s infinite}
.typing i+i{animation-delay:.15s}
.typing i+i+i{animation-delay:.3s}
@keyframes nod{20%{transform:translateY(-4px)}40%{transform:none}}
.draft .rich>p:last-child:after{content:" •"}
.jump{position:relative}
.panel .jump button{position:absolute;z-index:1;bottom:8px;inset-inline:0;width:fit-content;margin-inline:auto;
background:var(--b-surface);color:var(--b-link);font-size:13px;box-shadow:0 4px 16px light-dark(#10182833,#000a);animation:rise .16s}
@media (forced-colors:active){.rich{border:1px solid}.rich p{border:0}}
`;
