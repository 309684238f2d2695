/** Every kind of task there is. Start-up fails unless each has exactly one handler. */
export const JOB_NAMES = ['comic.make', 'comic.script', 'comic.panel', 'comic.page', 'comic.export', 'comic.update', 'comic.plan', 'comic.take', 'comic.own-take', 'comic.bundle-take', 'comic.model-panel', 'comic.model-take', 'accounts.export', 'studio.generate', 'studio.picture'] as const;
