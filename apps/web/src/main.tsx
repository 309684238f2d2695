import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { SpeechProvider } from './language/use-words.tsx';
import './style/tokens.css';
import './style/base.css';
import './style/frame.css';
import './style/desk.css';
import './style/book.css';
import './style/reader.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><SpeechProvider><App /></SpeechProvider></StrictMode>);
