export { Link } from './link.tsx';
export { redirect, usePathname, useRouter } from './plain-navigation.ts';
