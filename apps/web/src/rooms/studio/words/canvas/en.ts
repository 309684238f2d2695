export const words = {
  canvas: 'Canvas', canvasStage: 'The picture on its canvas', canvasHint: 'Drag the edges or corners outward, and the picture to its place. Keys: Tab to an edge, then arrows; with Shift they go farther.',
  edgeLeft: 'Left edge', edgeTop: 'Upper edge', edgeRight: 'Right edge', edgeBottom: 'Lower edge', sideLeft: 'Left', sideTop: 'Above', sideRight: 'Right', sideBottom: 'Below', px: '{n} px',
  canvasRatio: 'Shape of the canvas', around: 'All around', noGrowth: 'As it is',
  keepsPicture: 'Keep the picture as it is', keepsPictureHint: 'Pixel by pixel, but for a narrow seam. Off, you get all of it as the model draws it.',
  drawnSmaller: 'This model draws {width} × {height} px of this at most. The new part is enlarged to fit, and a little soft.', inWords: 'This model is asked in words, without a mask: the new part may not meet the picture exactly.',
  extend: 'Extend',
  cutOut: 'Remove background', cutOutAbout: 'Remove background, {price}', cutOutNone: 'No model here removes backgrounds. OpenAI’s picture models with transparency do (GPT Image 1.5 and 2.5 on), and ComfyUI with the ComfyUI_essentials nodes. An administrator connects them under Settings › Providers.',
} as const;
