/** The page's title, lent for a call. The page may change it meanwhile, whenever it likes. */

/** Whose title it is: `document`, or what stands for it in a test. */
interface Titled {
  title: string;
}

interface Title {
  /** Whether the call shows, and the page has not written over it. */
  readonly isCalling: boolean;
  /** The page's own title, whatever shows. */
  readonly own: string;
  /** Shows this in place of it. */
  call(text: string): void;
  /** Gives it back as the page wants it. */
  restore(): void;
}

/** Changes nothing yet. */
export function createTitle(page: Titled): Title {
  let own = '';
  /** As the page gives it back: it may have tidied it up. */
  let called: string | undefined;

  const isCalling = () => page.title === called;
  const ownNow = () => (isCalling() ? own : page.title);

  return {
    get isCalling() {
      return isCalling();
    },
    get own() {
      return ownNow();
    },
    call(text) {
      own = ownNow();
      page.title = text;
      called = page.title;
    },
    restore() {
      if (isCalling()) page.title = own;
      called = undefined;
    },
  };
}
