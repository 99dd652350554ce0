/** The knowledge page: what the assistant answers from, and what it could not answer. */
import type { ArticlePage, ArticleRow } from '../site/articles.ts';
import type { OpenQuestion } from '../site/unanswered.ts';
import { articlePath } from './article.tsx';
import { Icon } from './icons.tsx';
import { pathOf } from './layout.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { Empty, Moment } from './parts.tsx';
import { TestQuestion, type TestQuestionProps } from './test-question.tsx';

export interface KnowledgeProps {
  site: string;
  /** What the articles are searched for. */
  search: string;
  list: ArticlePage;
  /** Most frequent first. */
  questions: readonly OpenQuestion[];
  test: TestQuestionProps;
}

export function Knowledge({ site, search, list, questions, test }: KnowledgeProps) {
  const hasAny = list.total > 0 || search !== '';
  return (
    <div class="panel-stack">
      {hasAny && <TestQuestion {...test} />}
      {questions.length > 0 && <OpenQuestions site={site} questions={questions} />}
      {hasAny ? (
        <Articles site={site} search={search} list={list} />
      ) : (
        <NothingYet site={site} assistant={test.assistant} />
      )}
    </div>
  );
}

/** What can be done on the page, beside its heading. */
export function KnowledgeActions({ site }: { site: string }) {
  const knowledge = pathOf(site, 'knowledge');
  return (
    <>
      <a class="button plain" href={`${knowledge}/import`}>
        <Icon name="download" />
        Import a page
      </a>
      <a class="button" href={`${knowledge}/new`}>
        <Icon name="plus" />
        New article
      </a>
    </>
  );
}

function NothingYet({ site, assistant }: { site: string; assistant: string }) {
  const knowledge = pathOf(site, 'knowledge');
  return (
    <Empty icon="knowledge" title="Nothing to answer from yet">
      <p>
        {assistant} answers from your articles and from nothing else. Begin with what visitors ask
        most: delivery, prices, opening hours. A page you already have is a good start.
      </p>
      <p class="empty-actions">
        <a class="button" href={`${knowledge}/new`}>
          Write the first article
        </a>
        <a class="button plain" href={`${knowledge}/import`}>
          Import a page
        </a>
      </p>
    </Empty>
  );
}

function Articles({ site, search, list }: Pick<KnowledgeProps, 'site' | 'search' | 'list'>) {
  const { articles, total } = list;
  return (
    <section class="card panel" id="articles" aria-labelledby="articles-heading">
      <div class="articles-head">
        <h2 id="articles-heading">Articles</h2>
        <p class="muted small" role="status">
          {search === '' ? counted(total) : `${counted(total)} found`}
        </p>
      </div>
      <form
        method="get"
        action={`${pathOf(site, 'knowledge')}#articles`}
        role="search"
        class="search-box"
      >
        <label class="hidden" for="article-q">
          Search articles
        </label>
        <Icon name="search" />
        <input
          id="article-q"
          type="search"
          name="q"
          value={search}
          placeholder="Search articles"
          autocomplete="off"
          enterkeyhint="search"
          dir="auto"
        />
        <button type="submit">Search</button>
      </form>
      {articles.length === 0 ? (
        <div class="articles-none">
          <Empty icon="search" title="Nothing found">
            <p>
              No article holds all of <bdi>{search}</bdi>.
            </p>
            <p>
              <a href={pathOf(site, 'knowledge')}>Show all articles</a>
            </p>
          </Empty>
        </div>
      ) : (
        <ul class="articles">
          {articles.map((article) => (
            <Item key={article.id} site={site} article={article} />
          ))}
        </ul>
      )}
      <Pages site={site} search={search} list={list} />
    </section>
  );
}

function Item({ site, article }: { site: string; article: ArticleRow }) {
  const { id, title, url, beginning, updatedAt } = article;
  return (
    <li>
      <p class="article-head">
        <a href={articlePath(site, id)} dir="auto">
          {title}
        </a>
        <span class="muted small">
          <Moment at={updatedAt} />
        </span>
      </p>
      <p class="article-beginning">
        <bdi>{beginning}</bdi>
      </p>
      {url !== null && (
        <p class="article-url muted small">
          <bdi>{url}</bdi>
        </p>
      )}
    </li>
  );
}

function Pages({ site, search, list }: Pick<KnowledgeProps, 'site' | 'search' | 'list'>) {
  const { page, pages } = list;
  if (pages === 1) return null;
  const pathTo = (to: number) => {
    const query = new URLSearchParams();
    if (search !== '') query.set('q', search);
    if (to > 1) query.set('page', String(to));
    const text = query.toString();
    return `${pathOf(site, 'knowledge')}${text && `?${text}`}#articles`;
  };
  return (
    <nav class="pages" aria-label="Pages">
      {page > 1 && (
        <a class="button plain" href={pathTo(page - 1)} rel="prev">
          Newer
        </a>
      )}
      <span class="muted small">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a class="button plain" href={pathTo(page + 1)} rel="next">
          Older
        </a>
      )}
    </nav>
  );
}

function counted(articles: number): string {
  return `${articles} ${articles === 1 ? 'article' : 'articles'}`;
}
