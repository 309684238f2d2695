/** Words from a model: the port that plug-ins are written against too. */
export type { TextAnswer, TextCall, TextMessage, TextPiece, TextProvider, TextRequest, TextTool, TextUsage, ToolCall } from '@komawari/plugin';
