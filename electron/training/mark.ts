/** Frames every receipt of a training station, in the three languages that can stand on it. */
export const trainingMark = 'TRAINING · MOKYMAS · ОБУЧЕНИЕ';
