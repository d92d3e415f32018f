import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate';
import { answers, freePort } from './ports';
import { endGroup, startGroup } from './processes';
import { installOnDebian, which } from './programs';
import { freshFolder } from './run-folder';
import { until } from './until';

/** Full paths of the web servers; one that is not on this machine is absent. */
export interface ServerPrograms {
  nginx?: string;
  caddy?: string;
}

/** The web servers of this machine. */
export const installedServers = (): ServerPrograms => {
  const nginx = which('nginx');
  const caddy = which('caddy');
  return { ...(nginx && { nginx }), ...(caddy && { caddy }) };
};

const moduleFolders = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules', '/usr/local/lib/nginx/modules'];

/** nginx serves brotli by a module of its own, which not every machine has. */
export const brotliModule = moduleFolders
  .map((folder) => join(folder, 'ngx_http_brotli_static_module.so'))
  .find(existsSync);

/** On Debian, as root, installs the servers that are missing. */
export function installServers(): ServerPrograms {
  const { nginx, caddy } = installedServers();
  installOnDebian([
    ...(nginx ? [] : ['nginx-light', 'libnginx-mod-http-brotli-static']),
    ...(caddy ? [] : ['caddy']),
  ]);
  return installedServers();
}

export interface OpenServer {
  readonly http: number;
  readonly https: number;
  /** The file with its own certificate, for clients that are to trust it. */
  readonly certificate: string;
  /** Has the server read its configuration anew; it comes into force a moment later. */
  readonly reload: string;
  stop(): Promise<void>;
}

const isRoot = process.getuid?.() === 0;

/** Starts a server that stays in the foreground, and waits for its ports. */
async function start(
  program: string,
  args: readonly string[],
  ports: readonly number[],
  env: Record<string, string> = {},
): Promise<{ stop: () => Promise<void> }> {
  const { child, pid } = await startGroup(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(String(text)));
  const isOpen = async () =>
    (await Promise.all(ports.map(answers))).every(Boolean) || child.exitCode !== null;
  await until(isOpen, { what: `${program} to answer` });
  if (child.exitCode !== null) throw new Error(`${program} did not start:\n${said.join('')}`);
  return { stop: () => endGroup(pid, 'SIGTERM') };
}

/** Replaces what the publisher fills in; a text that does not hold it is not the one that was meant. */
function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((filled, [from, to]) => {
    if (!filled.includes(from)) throw new Error(`there is no "${from}" to fill in in:\n${text}`);
    return filled.replaceAll(from, to);
  }, text);
}

export interface Hosting {
  /** The configuration that the build wrote. */
  readonly conf: string;
  /** The folder with the deployed site; without one the configuration is that of a deployment and knows it. */
  readonly root?: string;
  /** Further lines inside the server's block. */
  readonly more?: string;
  /** Another server in the same process, made with the folder that holds its certificate. */
  readonly beside?: (folder: string) => string;
}

/** What every nginx needs and no site says; all it writes goes into its own folder. */
const nginxMain = (folder: string, http: string): string => `
${brotliModule ? `load_module ${brotliModule};` : ''}
daemon off;
${isRoot ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
	access_log off;
	sendfile on;
	tcp_nopush on;
	${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n\t')}
${http}
}
`;

async function startNginx(folder: string, ports: readonly number[]): Promise<{ stop: () => Promise<void> }> {
  const { nginx = 'nginx' } = installedServers();
  return start(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], ports);
}

/**
 * nginx with the configuration as the build wrote it; only ports, certificate and folder are filled in. The
 * configuration of a deployment is edited in its place, as a publisher does.
 */
export async function openNginx({ conf, root, more = '', beside }: Hosting): Promise<OpenServer> {
  const folder = freshFolder('nginx');
  const [http, https] = [await freePort(), await freePort()];
  const { key, cert } = makeCertificate();
  if (root) cpSync(join(conf, 'nginx'), join(folder, 'yaolan'), { recursive: true });
  else symlinkSync(join(conf, 'nginx'), join(folder, 'yaolan'));
  writeFileSync(join(folder, 'key.pem'), key);
  writeFileSync(join(folder, 'cert.pem'), cert);
  const serverFile = join(folder, 'yaolan/server.conf');
  const server = filledIn(readFileSync(serverFile, 'utf8'), {
    'listen 80;': `listen 127.0.0.1:${http};`,
    'listen [::]:80;': '',
    'listen 443 ssl http2;': `listen 127.0.0.1:${https} ssl http2;`,
    'listen [::]:443 ssl http2;': '',
    '/etc/ssl/yaolan/fullchain.pem': join(folder, 'cert.pem'),
    '/etc/ssl/yaolan/key.pem': join(folder, 'key.pem'),
    ...(root && { '/srv/yaolan/current': root }),
    ...(!brotliModule && { 'brotli_static on;': '' }),
    'include yaolan/site.conf;': `include yaolan/site.conf;\n${more}`,
  });
  writeFileSync(serverFile, server);
  writeFileSync(
    join(folder, 'nginx.conf'),
    nginxMain(folder, `include yaolan/server.conf;\n${beside?.(folder) ?? ''}`),
  );
  const { stop } = await startNginx(folder, [http, https]);
  const { nginx = '' } = installedServers();
  const certificate = join(folder, 'cert.pem');
  return {
    http,
    https,
    certificate,
    stop,
    reload: `${nginx} -p ${folder} -c ${join(folder, 'nginx.conf')} -s reload`,
  };
}

/** Caddy likewise. */
export async function openCaddy({ conf, root, more = '' }: Hosting): Promise<OpenServer> {
  const { caddy = 'caddy' } = installedServers();
  const folder = freshFolder('caddy');
  const [http, https] = [await freePort(), await freePort()];
  const { key, cert } = makeCertificate();
  cpSync(join(conf, 'caddy'), folder, { recursive: true });
  writeFileSync(join(folder, 'key.pem'), key);
  writeFileSync(join(folder, 'cert.pem'), cert);
  const site = filledIn(readFileSync(join(folder, 'Caddyfile'), 'utf8'), {
    'http://example.org {': `http://127.0.0.1:${http} {`,
    'https://example.org {': `https://127.0.0.1:${https} {\n\ttls ${folder}/cert.pem ${folder}/key.pem`,
    ...(root && { '/srv/yaolan/current': root }),
    'import site.caddy': `${more}\n\timport site.caddy`,
  });
  // Its own certificates, its own redirects and its door for commands are the machine's business.
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
  mkdirSync(join(folder, 'home'));
  const home = { XDG_DATA_HOME: join(folder, 'home'), XDG_CONFIG_HOME: join(folder, 'home') };
  const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  const { stop } = await start(caddy, args, [http, https], home);
  return { http, https, certificate: join(folder, 'cert.pem'), stop, reload: '' };
}
