/**
 * Every fixed sentence that visitors and teams read, in English: the pattern of all the languages beside it.
 *
 * What stands in braces is filled in: names and addresses exactly as they are, `{n}` as a number of the
 * language, `{when}` and `{ago}` as a time in it. A sentence with a count is an object with a form for each of
 * the language's plural categories that differs, and `other`.
 */
/** The visitor's interface. Names of buttons are short, and places are narrow. */
export const words = {
  open: 'Open chat',
  close: 'Close chat',
  unreachable: 'Sorry, the chat can’t be reached. Please try again.',
  dismiss: 'Dismiss',
  // The line below the name in the header: who is there.
  assistant: 'AI assistant',
  person: 'Team member',
  away: 'Away at the moment',
  waiting: 'Waiting for a team member…',
  // Calls off the wait.
  cancel: 'Cancel',
  ended: 'Chat ended',
  menu: 'Menu',
  message: 'Message',
  placeholder: 'Write a message…',
  send: 'Send message',
  left: { one: '{n} character left', other: '{n} characters left' },
  talk: 'Talk to a person',
  over: 'This conversation has ended',
  fresh: 'Start a new chat',
  // Below an answer that was cut off.
  interrupted: 'Not finished',
  sources: 'Sources',
  // Read out before the visitor's own messages.
  you: 'You',
  sending: 'Sending…',
  notSent: 'Not sent.',
  retry: 'Retry',
  offline: 'You are offline. Your messages are sent as soon as you are back.',
  lost: 'Connection lost. Reconnecting…',
  outdated: 'Please reload the page.',
  elsewhere: 'This chat is not available on this page.',
  unloaded: 'Part of this chat could not be loaded.',
  typing: '{name} is typing',
  unread: { one: '{n} unread message', other: '{n} unread messages' },
  // The line above what came while the visitor was away, and the button that leads there.
  news: 'New messages',
  // What could not be done, and why.
  slowly: 'You are writing very quickly. Please wait a moment.',
  tooLong: 'This message is too long.',
  unavailable: 'Team members cannot join chats at the moment',
  full: 'This chat has grown too long. Please start a new one.',
  addressKnown: 'The team has your address already.',
  failed: 'That did not work. Please try again.',
  // The menu.
  save: 'Download this chat',
  erase: 'Delete this chat',
  eraseQuestion: 'Delete this chat for good?',
  eraseIt: 'Delete',
  keepIt: 'Keep it',
  erasing: 'Deleting this chat…',
  erasingLater: 'No connection. Please keep this page open until the chat is deleted.',
  erased: 'Your chat was deleted',
  end: 'End chat',
  endQuestion: 'End this chat?',
  keep: 'Keep chatting',
  soundOn: 'Turn sound on',
  soundOff: 'Turn sound off',
  // The form that asks for an address.
  leaveEmail: 'Leave your email address so that the team can reply to you.',
  submit: 'Send',
  badEmail: 'Please check the email address.',
  // The first line of the downloaded text.
  saved: 'Chat with {site}, saved {when}',
} as const;

/** What the chat tells its visitor. Each says only what is known to have happened. */
export const lines = {
  // An offer of a person: why it is made, then the question, and its two buttons.
  ofCourse: 'Of course.',
  notHelping: 'I’m sorry this isn’t helping.',
  notFound: 'I don’t seem to have what you need.',
  offer: 'Would you like me to bring a team member into this chat?',
  accept: 'Yes, connect me',
  decline: 'Not now',
  // The same while nobody of the team is there.
  nobodyHere: 'Nobody is here right now.',
  backAt: 'The team will be back: {when}.',
  offerLater: 'Shall I let them know?',
  // `{assistant}` is the assistant's name.
  declined: 'You are staying with {assistant}',
  requested: 'Letting the team know…',
  notified: 'The team has been notified. {assistant} keeps helping until someone joins.',
  notNotified: 'Sorry, the team could not be notified.',
  reminded: 'The team has been reminded',
  cancelled: 'You are no longer waiting for a team member',
  unavailable: 'Team members cannot join chats at the moment',
  expired: 'Sorry, nobody from the team has joined. {assistant} is still here.',
  contactKept: 'Thank you. Your address is kept: {email}',
  contactPassedOn: 'The team has your address now',
  contactFailed: 'Your address could not be mailed to the team. It is kept with this chat.',
  // `{name}` and `{from}` are members of the team.
  joined: '{name} joined the chat',
  isBack: '{name} is back',
  replaced: '{name} joined the chat in place of {from}',
  lost: '{name} lost the connection. {assistant} is here meanwhile.',
  handedBack: '{name} handed you back to {assistant}',
  endedByYou: 'You ended this chat',
  endedByTeam: 'The team ended this chat',
  endedByItself: 'This chat ended because it was quiet for a while',
} as const;

/** What the assistant says, word for word. None of it promises anybody. */
export const said = {
  noPerson: 'I can’t bring a person into this chat. I’ll do my best to help you myself.',
  // `{contact}` is the team's phone number, address or page.
  noPersonBut: 'I can’t bring a person into this chat, but you can reach the team here: {contact}',
  passingOn:
    'I’m passing your request to the team right now. I’ll tell you as soon as they have it.',
  // `{ago}`: “5 minutes ago”.
  told: 'The team was told ({ago}). Nobody has joined yet; until someone does, I’m here to help.',
  unreached:
    'I couldn’t reach the team. Leave your email address below, and I’ll keep it for them.',
  backAt: 'They will be back: {when}.',
  stillTrying: 'I’m still trying to reach the team.',
  toldNobodyYet: 'The team was told ({ago}), and nobody has been able to join yet.',
  couldNotReach: 'I couldn’t reach the team.',
  leaveAddress:
    'If you leave your email address below, I’ll pass it on to them. You can go on waiting, too.',
  addressKept: 'They can write to the address you left. You can go on waiting, too.',
  noAnswer: 'Sorry, I couldn’t come up with an answer just now. Please try asking again.',
  unknown:
    'I’m sorry, I don’t have that in the articles of this website. You could rephrase your question, or ask me about something else.',
  // Before what the pages say, or instead of it: the model that answers otherwise cannot be reached.
  trouble: 'I can’t answer in my usual way right now. This is what the pages of this website say:',
  troubleUnknown:
    'I can’t answer in my usual way right now, and I found nothing about this on the pages of this website. Please try again in a moment.',
  // The same once the day's answers are used up.
  spent: 'My answers are used up for now. This is what the pages of this website say:',
  spentUnknown:
    'My answers are used up for now, and I found nothing about this on the pages of this website.',
} as const;

/** Mails to the team. `{site}` is the website's name; “they” is the visitor, whose gender nobody knows. */
export const mail = {
  callSubject: '{site}: a visitor would like to talk to a person',
  call: 'A visitor on {site} would like to talk to a person',
  reminderSubject: '{site}: a visitor is still waiting for a person',
  reminder: 'A visitor on {site} is still waiting for a person',
  takeOver: 'Take over the conversation',
  // Names of facts, before a colon, and what they can be.
  why: 'Why',
  asked: 'They asked for a person.',
  pressed: 'They pressed “Talk to a person”.',
  unhappy: 'They did not seem happy with the answers of {assistant}.',
  unanswered: '{assistant} could not answer them twice in a row.',
  waiting: 'Waiting',
  justNow: 'since just now',
  page: 'Page',
  unknown: 'not known',
  email: 'Email address',
  meanwhile:
    '{assistant} goes on answering until someone takes over. The link works for as long as the visitor waits.',
  inShort: 'In short',
  silent: 'They have not written anything yet.',
  lastMessage: 'Their last message',
  before: 'What they wrote before',
  ifNoButton: 'If the button does not work, open this address:',
  contactSubject: '{site}: a visitor left an email address',
  contact: 'A visitor on {site} would like to hear from you',
  contactAt: 'Their address: {contact}',
  answerThis: 'Answer this mail to write to them.',
  read: 'Read the conversation',
  // One mail about several visitors.
  digestSubject: {
    one: '{site}: {n} visitor asked for you',
    other: '{site}: {n} visitors asked for you',
  },
  digest: {
    one: '{n} visitor has asked for you on {site}',
    other: '{n} visitors have asked for you on {site}',
  },
  digestWhy: 'There were so many requests within an hour that these come in one mail.',
  seeWho: 'See who is there',
  chatEnded: 'This chat has ended.',
  what: 'What',
  wantsPerson: 'wants to talk to a person',
  stillWants: 'still wants to talk to a person',
  leftAddress: 'left an email address',
  open: 'Open',
  // What an owner has sent to see whether mails arrive. `{sender}` is an email address.
  testSubject: '{site}: a test of your notifications',
  test: 'It works: this is where you will be called',
  testWhat:
    '{sender} sent this from the escalation page of {site}. When a visitor there would like to talk to a person, a mail like this one brings the link to take over.',
  testNothing: 'Nobody is waiting just now, so there is nothing to do.',
  testOpen: 'Open the escalation page',
} as const;
