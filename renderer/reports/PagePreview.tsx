import Box from '@mui/material/Box';
import { useEffect, useRef, useState, type ReactNode } from 'react';

interface PagePreviewProps {
  /** Complete page with its own style; may neither run a script nor load anything. */
  readonly html: string;
  readonly pageWidthMm: number;
  readonly title: string;
}

/** Paper edge and scroll bar beside the page. */
const besidePixels = 36;

/** The page as it prints, as large as fits beside its neighbours and never larger than life. */
export function PagePreview({ html, pageWidthMm, title }: PagePreviewProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const natural = (pageWidthMm / 25.4) * 96 + besidePixels;
  const scale = Math.min(1, room.width / natural);
  return (
    <Box
      ref={box}
      sx={{
        position: 'relative',
        flex: 1,
        minHeight: 0,
        overflow: 'hidden',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: '#e9ebee',
      }}
    >
      {scale > 0 ? (
        <iframe
          title={title}
          sandbox=""
          srcDoc={html}
          style={{
            position: 'absolute',
            left: 0,
            top: 0,
            border: 0,
            width: room.width / scale,
            height: room.height / scale,
            transform: `scale(${scale})`,
            transformOrigin: '0 0',
          }}
        />
      ) : null}
    </Box>
  );
}
