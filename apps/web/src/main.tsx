import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { followTheme } from './frame/theme.ts';
import { startWords } from './language/i18n.ts';
import { router } from './router.tsx';
import './style/tokens.css';
import './style/base.css';
import './style/frame.css';

const root = document.getElementById('root');
followTheme();
const words = startWords();
// The script of the page is on its way while the words are.
await Promise.all([words, router.load()]);
if (root) createRoot(root).render(<StrictMode><QueryClientProvider client={queryClient}><RouterProvider router={router} /></QueryClientProvider></StrictMode>);
