/** What went wrong with a model, as its provider or we ourselves put it. Whatever that is, it is text. */
export function Said({ detail }: { detail: string }) {
  return (
    detail !== '' && (
      <p class="small provider-said">
        In detail: <q dir="auto">{detail}</q>
      </p>
    )
  );
}
