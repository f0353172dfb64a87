// What Vite made of the pages. No TypeScript, which would ask for it before there is any.
export * as pages from '../build/server/index.js'
