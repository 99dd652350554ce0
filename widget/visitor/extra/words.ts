/** The words of what a chat seldom shows. A language is one object like this one. */
export const words = {
  menu: 'Menu',
  save: 'Download this chat',
  erase: 'Delete this chat',
  eraseQuestion: 'Delete this chat for good?',
  eraseIt: 'Delete',
  keepIt: 'Keep it',
  end: 'End chat',
  endQuestion: 'End this chat?',
  keep: 'Keep chatting',
  leaveEmail: 'Leave your email address so that the team can reply to you.',
  submit: 'Send',
  sending: 'Sending…',
  you: 'You',
  interrupted: 'Not finished',
  sources: 'Sources',
  saved: (site: string, when: string) => `Chat with ${site}, saved ${when}`,
} as const;
