import { vitePlugin as remix } from '@remix-run/dev'
import { defaultClientConditions, defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'
import { smallFonts } from './app/bundle/fonts.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    smallFonts(),
    remix({
      // Test files and the rooms beside the web shell are no routes: app/routes.ts names each route.
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
      },
    }),
    // What browsers load is compressed once, as small as it gets, and not at each request.
    isSsrBuild
      ? null
      : compression({ algorithms: ['brotliCompress', 'gzip'], include: /\.(css|js)$/, logLevel: 'silent' }),
  ],
  // Fonts stay files: inlined as data URLs they would break the content security policy and the cache.
  build: { assetsInlineLimit: 0, sourcemap: false },
  // The studio's check runs in a worker, where there is no document: packages that have a form for workers give that one.
  resolve: { conditions: ['worker', ...defaultClientConditions] },
  server: { watch: { ignored: ['**/prisma/**', '**/.cache/**', '**/test-results/**'] } },
}))
