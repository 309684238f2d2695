import { GenerationId } from '@komawari/contract';
import { z } from 'zod';
import type { ParentJob } from '../../../kernel/tasks/job-registry.ts';

const GenerateInput = z.object({ generationId: GenerationId });
type GenerateInput = z.infer<typeof GenerateInput>;

/** A generation ends when its pictures have; they are created with it. */
export const generateJob: ParentJob<GenerateInput> = {
  type: 'parent', kind: 'studio.generate', input: GenerateInput,
  advance: async () => [],
};
