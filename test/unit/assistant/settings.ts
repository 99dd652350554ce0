import { LADDER, type SiteSettings } from '../../../src/site/settings.ts';

/** The demo shop's settings. */
export const SETTINGS: SiteSettings = {
  site: 'demo',
  version: 1,
  name: 'Acme Outdoor',
  domains: ['localhost'],
  assistantName: 'Scout',
  greeting: 'Hi!',
  color: '#1f4fd8',
  instructions: 'Be cheerful.',
  tone: 'friendly',
  language: '',
  theme: 'auto',
  launcherText: '',
  bubble: false,
  languages: [],
  contact: 'help@acme.example',
  escalation: { enabled: true, address: 'team@acme.example', ladder: LADDER, hours: null },
  retentionDays: 90,
  webhooks: [],
};
