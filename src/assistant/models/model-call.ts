/**
 * The functions of `ai` that are used, re-exported so that bundlers can leave the rest out: a dynamic
 * import of the package itself keeps all of it, some 90 kB more after compression.
 */
export { generateText, NoObjectGeneratedError, Output } from 'ai';
