/** `node serve.ts STATE VARS`: a server with vars of its own, until it is asked to end. Says where it is. */
import { overWrangler } from '../../scripts/bench/servers.ts';

const [state = '', vars = '{}'] = process.argv.slice(2);
const { origin } = await overWrangler(state, JSON.parse(vars));
console.log(origin);
