import type { ProviderKind } from '../../ports/provider.ts';
import { a1111Provider } from './a1111/a1111-provider.ts';
import { arkProvider } from './ark/ark-provider.ts';
import { comfyuiProvider } from './comfyui/comfyui-provider.ts';
import { geminiProvider } from './gemini/gemini-provider.ts';
import { minimindProvider } from './minimind/minimind-provider.ts';
import { ollamaProvider } from './ollama/ollama-provider.ts';
import { openaiCompatibleProvider, openaiLocalProvider } from './openai-compatible/openai-compatible-provider.ts';
import { openaiProvider } from './openai/openai-provider.ts';
import { sdcppProvider } from './sdcpp/sdcpp-provider.ts';
import { volcengineVisualProvider } from './volcengine-visual/volcengine-visual-provider.ts';

/** The makes of provider that come with the program, each typed by its own settings: whoever opens one has read them by its schema. */
export const PROVIDER_KINDS: readonly ProviderKind[] = [a1111Provider, arkProvider, sdcppProvider, minimindProvider, ollamaProvider, comfyuiProvider, volcengineVisualProvider, openaiProvider, openaiCompatibleProvider, openaiLocalProvider, geminiProvider].map((kind) => kind as unknown as ProviderKind);
