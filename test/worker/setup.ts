import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import demo from '../../migrations/seed/demo.sql?raw';

await applyD1Migrations(env.DB, env.MIGRATIONS);
await env.DB.prepare(demo.replaceAll(/^--.*$/gm, '')).run();
