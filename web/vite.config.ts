import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Built once into `dist`, which the server hands out; while developing, the API is asked of the server that runs beside. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1200 },
});
