import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import demo from '../../migrations/seed/demo.sql?raw';

await applyD1Migrations(env.DB, env.MIGRATIONS);
const statements = demo.replaceAll(/^--.*$/gm, '').split(/;\s*$/m);
await env.DB.batch(statements.filter((sql) => sql.trim() !== '').map((sql) => env.DB.prepare(sql)));
