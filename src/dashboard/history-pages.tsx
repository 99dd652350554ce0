/** The pages of the history, as the dashboard's frame takes them. */
import type { IndexEntry } from '../site/conversation-index.ts';
import {
  ConfirmDelete,
  ConversationActions,
  type ConversationProps,
  ConversationView,
  Gone,
} from './conversation.tsx';
import { History, type HistoryProps } from './history.tsx';
import { Icon } from './icons.tsx';
import { type DashboardPage, pathOf } from './layout.tsx';
import { TRANSCRIPT_SCRIPT } from './transcript.tsx';

type Shown = Omit<DashboardPage, 'visit' | 'site' | 'flash'>;

const COMMON = { current: 'history' } as const;

export function historyPage(props: HistoryProps): Shown {
  return {
    ...COMMON,
    title: 'History',
    lead: 'Every conversation, open or ended, newest first.',
    width: 'wide',
    body: <History {...props} />,
  };
}

export function conversationPage(props: ConversationProps & { isOwner: boolean }): Shown {
  const { site, conversation, phase, isOwner } = props;
  const isOpen = phase !== 'ended';
  return {
    ...COMMON,
    title: 'Conversation',
    lead: (
      <>
        <Back site={site} />
        <a class="to-facts" href="#facts">
          About this conversation
        </a>
      </>
    ),
    actions: <ConversationActions {...{ site, conversation, isOpen, isOwner }} />,
    width: 'wide',
    modules: [TRANSCRIPT_SCRIPT],
    body: <ConversationView {...props} />,
  };
}

export function gonePage(props: { site: string; conversation: string; isOwner: boolean }): Shown {
  return {
    ...COMMON,
    title: 'Conversation',
    lead: <Back site={props.site} />,
    body: <Gone {...props} />,
  };
}

export function confirmDeletePage(props: {
  site: string;
  conversation: string;
  line: IndexEntry | null;
}): Shown {
  return {
    ...COMMON,
    title: 'Delete this conversation?',
    body: <ConfirmDelete {...props} />,
  };
}

function Back({ site }: { site: string }) {
  return (
    <a class="back" href={pathOf(site, 'history')}>
      <Icon name="back" />
      All conversations
    </a>
  );
}
