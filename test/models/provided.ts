/** What the run of the tests hands to each of them. */
declare module 'vitest' {
  interface ProvidedContext {
    /** Where the model server is, without a trailing slash; see server.ts. */
    modelServer: string;
  }
}

/** The name that it is handed over by. */
export const MODEL_SERVER = 'modelServer';
