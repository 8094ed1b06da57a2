/** Whether a file is what macOS writes beside one of that name (`._q.txt` beside `q.txt`) on disks of other systems. */
export const isShadow = (name: string): boolean => name.startsWith('._');
