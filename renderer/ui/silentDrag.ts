import type { DndContextProps } from '@dnd-kit/core';

const silent = () => undefined;

/** For boards whose own bar says what is carried and where to, in Chinese: the library's English words stay out. */
export const silentDrag: NonNullable<DndContextProps['accessibility']> = {
  announcements: { onDragStart: silent, onDragOver: silent, onDragEnd: silent, onDragCancel: silent },
  screenReaderInstructions: { draggable: '' },
};
