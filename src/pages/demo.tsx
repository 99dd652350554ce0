import { HELP } from './demo/help.ts';
import { Landscape } from './demo/landscape.tsx';
import { PRODUCTS } from './demo/products.tsx';
import { svgIcon } from './mark.tsx';
import { renderPage } from './shell.tsx';

/** The demo shop has a style sheet of its own, like every website that embeds the widget. */
const DEMO_CSS = '/baton/demo.css';

interface Demo {
  /** Whether `/dev/mailbox` is there to be looked into; true unless told. */
  mailbox?: boolean;
}

/** Acme Outdoor, the fictional shop that embeds the widget for the site `demo`. */
export function demoPage({ mailbox = true }: Demo = {}): string {
  return renderPage({
    title: 'Acme Outdoor',
    name: 'shop',
    styles: [DEMO_CSS],
    icon: ICON,
    head: (
      <>
        <meta name="description" content="Acme Outdoor, a fictional shop with a real chat." />
        <script async src="/widget.js" data-site="demo" />
      </>
    ),
    body: (
      <>
        <TryThis mailbox={mailbox} />
        <Header />
        <main>
          <Hero />
          <Promises />
          <Shop />
          <Help />
        </main>
        <footer>
          <Logo />
          <p>Acme Outdoor is made up. The chat in the corner is Baton, and it is real.</p>
        </footer>
      </>
    ),
  });
}

function TryThis({ mailbox }: { mailbox: boolean }) {
  return (
    <aside class="try" aria-label="About this demo">
      <strong>A demo shop.</strong> Ask about returns, then ask for a person.{' '}
      {mailbox && (
        <>
          The mail lands in <a href="/dev/mailbox">/dev/mailbox</a>.
        </>
      )}
    </aside>
  );
}

function Header() {
  return (
    <header class="top">
      <a class="logo-link" href="/demo">
        <Logo />
        <span>Acme Outdoor</span>
      </a>
      <nav aria-label="Shop">
        <a href="#gear">Gear</a>
        <a href="#help">Help</a>
        <a href="#hours">Hours</a>
      </nav>
    </header>
  );
}

function Hero() {
  return (
    <section class="hero">
      <Landscape />
      <div class="hero-words">
        <h1>Stay out a little longer.</h1>
        <p>Tents, boots and small comforts, made to be mended and carried for years.</p>
        <p class="hero-links">
          <a class="primary" href="#gear">
            See the gear
          </a>
          <a href="#help">Get help</a>
        </p>
      </div>
    </section>
  );
}

function Promises() {
  return (
    <ul class="promises">
      <li>
        <a href="#shipping">Free delivery from $60</a>
      </li>
      <li>
        <a href="#returns">60 days to change your mind</a>
      </li>
      <li>
        <a href="#repairs">Mended in our own workshop</a>
      </li>
    </ul>
  );
}

function Shop() {
  return (
    <section id="gear" class="gear">
      <h2>This season’s gear</h2>
      <ul>
        {PRODUCTS.map((product) => (
          <li key={product.name} class={`product ${product.tint}`}>
            <div class="picture">{product.picture}</div>
            <h3>{product.name}</h3>
            <p class="price">{product.price}</p>
            <p class="line-below">{product.line}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Help() {
  return (
    <section id="help" class="help">
      <h2>Good to know</h2>
      <div class="topics">
        {HELP.map((topic) => (
          <article key={topic.id} id={topic.id}>
            <h3>{topic.title}</h3>
            <p>{topic.text}</p>
          </article>
        ))}
      </div>
    </section>
  );
}

function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <circle class="logo-sky" cx="16" cy="16" r="16" />
      <path class="logo-peak" d="M3 25 12.5 9l5 8 2.5-3.5L29 25a16 16 0 0 1-26 0Z" />
      <path class="logo-snow" d="m12.5 9-3.3 5.600 2 .8 1.5-1.4 1.7 1.200 1.4-1.100Z" />
    </svg>
  );
}

const ICON = svgIcon(
  '<circle cx="16" cy="16" r="16" fill="#e7b45c"/>' +
    '<path d="M3 25 12.5 9l5 8 2.5-3.5L29 25a16 16 0 0 1-26 0Z" fill="#1f4a3b"/>',
);
