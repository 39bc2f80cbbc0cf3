import "node:module";
import { resolve } from "node:path";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "electron-vite";
// electron.vite.config.ts
const here = (path) => resolve(import.meta.dirname, path);
const node = "node20.18";
var electron_vite_config_default = defineConfig({
	main: {
		plugins: [{
			name: "require-of-its-own",
			transform(code, id) {
				if (!/fflate[\\/]esm[\\/]index\.mjs$/.test(id)) return null;
				return code.replace("var require = createRequire", "var ownRequire = createRequire").replace("_a = require('worker_threads')", "_a = ownRequire('worker_threads')");
			}
		}],
		build: {
			target: node,
			externalizeDeps: false,
			rolldownOptions: {
				input: {
					index: here("src/main/index.ts"),
					utility: here("src/main/hosts/utility.ts"),
					imageWorker: here("src/main/hosts/imageWorker.ts"),
					cli: here("src/main/hosts/cli.ts")
				},
				external: [
					"electron",
					"better-sqlite3",
					"sharp",
					/^@img\//
				],
				output: {
					format: "es",
					entryFileNames: "[name].js",
					chunkFileNames: "chunks/[name]-[hash].js"
				}
			}
		}
	},
	preload: { build: {
		target: node,
		externalizeDeps: false,
		rolldownOptions: {
			input: { index: here("src/preload/index.ts") },
			external: ["electron"],
			output: {
				format: "cjs",
				entryFileNames: "[name].cjs",
				codeSplitting: false
			}
		}
	} },
	renderer: {
		root: here("src/renderer"),
		plugins: [vue()],
		define: {
			__VUE_PROD_DEVTOOLS__: "false",
			__INTLIFY_PROD_DEVTOOLS__: "false",
			__VUE_I18N_LEGACY_API__: "false"
		},
		build: {
			target: "chrome130",
			assetsInlineLimit: 0,
			modulePreload: { polyfill: false },
			rolldownOptions: { input: {
				index: here("src/renderer/index.html"),
				print: here("src/renderer/print.html")
			} }
		}
	}
});
export { electron_vite_config_default as default };

//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiZWxlY3Ryb24udml0ZS5jb25maWcuanMiLCJuYW1lcyI6W10sInNvdXJjZXMiOlsiL3RtcC93dC9wbGFuZHJhdy9lbGVjdHJvbi52aXRlLmNvbmZpZy50cyJdLCJzb3VyY2VzQ29udGVudCI6WyJpbXBvcnQgeyByZXNvbHZlIH0gZnJvbSAnbm9kZTpwYXRoJ1xuaW1wb3J0IHZ1ZSBmcm9tICdAdml0ZWpzL3BsdWdpbi12dWUnXG5pbXBvcnQgeyBkZWZpbmVDb25maWcgfSBmcm9tICdlbGVjdHJvbi12aXRlJ1xuXG5jb25zdCBoZXJlID0gKHBhdGg6IHN0cmluZykgPT4gcmVzb2x2ZShpbXBvcnQubWV0YS5kaXJuYW1lLCBwYXRoKVxuXG4vLyBUYXJnZXRzIGFyZSB0aG9zZSBvZiB0aGUgb2xkZXN0IHJ1bnRpbWUgaW4gdXNlIChFbGVjdHJvbiAzMzogTm9kZSAyMC4xOCwgQ2hyb21lIDEzMCksIG5vdCBvZiB0aGVcbi8vIG5ld2VzdCB0aGF0IGVsZWN0cm9uLXZpdGUgd291bGQgcmVhZCBmcm9tIHRoZSBpbnN0YWxsZWQgcGFja2FnZS5cbmNvbnN0IG5vZGUgPSAnbm9kZTIwLjE4J1xuXG4vKipcbiAqIGZmbGF0ZSAoaW4gdGhlIHNwcmVhZHNoZWV0IHBhY2thZ2VzKSBkZWNsYXJlcyBhIGByZXF1aXJlYCBvZiBpdHMgb3duIGF0IHRoZSB0b3Agb2YgaXRzIG1vZHVsZSwgYXNcbiAqIGRvZXMgd2hhdCBlbGVjdHJvbi12aXRlIHB1dHMgYmVmb3JlIGV2ZXJ5IGJ1bmRsZTogYm90aCBpbiBvbmUgZmlsZSBkbyBub3QgY29tcGlsZS5cbiAqL1xuY29uc3QgcmVxdWlyZU9mSXRzT3duID0ge1xuICBuYW1lOiAncmVxdWlyZS1vZi1pdHMtb3duJyxcbiAgdHJhbnNmb3JtKGNvZGU6IHN0cmluZywgaWQ6IHN0cmluZyk6IHN0cmluZyB8IG51bGwge1xuICAgIGlmICghL2ZmbGF0ZVtcXFxcL11lc21bXFxcXC9daW5kZXhcXC5tanMkLy50ZXN0KGlkKSkgcmV0dXJuIG51bGxcbiAgICByZXR1cm4gY29kZVxuICAgICAgLnJlcGxhY2UoJ3ZhciByZXF1aXJlID0gY3JlYXRlUmVxdWlyZScsICd2YXIgb3duUmVxdWlyZSA9IGNyZWF0ZVJlcXVpcmUnKVxuICAgICAgLnJlcGxhY2UoXCJfYSA9IHJlcXVpcmUoJ3dvcmtlcl90aHJlYWRzJylcIiwgXCJfYSA9IG93blJlcXVpcmUoJ3dvcmtlcl90aHJlYWRzJylcIilcbiAgfSxcbn1cblxuZXhwb3J0IGRlZmF1bHQgZGVmaW5lQ29uZmlnKHtcbiAgbWFpbjoge1xuICAgIHBsdWdpbnM6IFtyZXF1aXJlT2ZJdHNPd25dLFxuICAgIGJ1aWxkOiB7XG4gICAgICB0YXJnZXQ6IG5vZGUsXG4gICAgICBleHRlcm5hbGl6ZURlcHM6IGZhbHNlLFxuICAgICAgcm9sbGRvd25PcHRpb25zOiB7XG4gICAgICAgIGlucHV0OiB7XG4gICAgICAgICAgaW5kZXg6IGhlcmUoJ3NyYy9tYWluL2luZGV4LnRzJyksXG4gICAgICAgICAgdXRpbGl0eTogaGVyZSgnc3JjL21haW4vaG9zdHMvdXRpbGl0eS50cycpLFxuICAgICAgICAgIGltYWdlV29ya2VyOiBoZXJlKCdzcmMvbWFpbi9ob3N0cy9pbWFnZVdvcmtlci50cycpLFxuICAgICAgICAgIGNsaTogaGVyZSgnc3JjL21haW4vaG9zdHMvY2xpLnRzJyksXG4gICAgICAgIH0sXG4gICAgICAgIC8vIE9ubHkgd2hhdCBjYXJyaWVzIG5hdGl2ZSBjb2RlIHN0YXlzIG91dHNpZGU6IGEgcGFja2FnZSBzaGlwcyB0aGVzZSBhbmQgbm90aGluZyBlbHNlLlxuICAgICAgICBleHRlcm5hbDogWydlbGVjdHJvbicsICdiZXR0ZXItc3FsaXRlMycsICdzaGFycCcsIC9eQGltZ1xcLy9dLFxuICAgICAgICBvdXRwdXQ6IHtcbiAgICAgICAgICBmb3JtYXQ6ICdlcycsXG4gICAgICAgICAgZW50cnlGaWxlTmFtZXM6ICdbbmFtZV0uanMnLFxuICAgICAgICAgIGNodW5rRmlsZU5hbWVzOiAnY2h1bmtzL1tuYW1lXS1baGFzaF0uanMnLFxuICAgICAgICB9LFxuICAgICAgfSxcbiAgICB9LFxuICB9LFxuICBwcmVsb2FkOiB7XG4gICAgYnVpbGQ6IHtcbiAgICAgIHRhcmdldDogbm9kZSxcbiAgICAgIGV4dGVybmFsaXplRGVwczogZmFsc2UsXG4gICAgICByb2xsZG93bk9wdGlvbnM6IHtcbiAgICAgICAgaW5wdXQ6IHsgaW5kZXg6IGhlcmUoJ3NyYy9wcmVsb2FkL2luZGV4LnRzJykgfSxcbiAgICAgICAgZXh0ZXJuYWw6IFsnZWxlY3Ryb24nXSxcbiAgICAgICAgLy8gQSBzYW5kYm94ZWQgcHJlbG9hZCBpcyBsb2FkZWQgYXMgb25lIENvbW1vbkpTIGZpbGU7IGl0IGNhbm5vdCByZXF1aXJlIGl0cyBuZWlnaGJvdXJzLlxuICAgICAgICBvdXRwdXQ6IHsgZm9ybWF0OiAnY2pzJywgZW50cnlGaWxlTmFtZXM6ICdbbmFtZV0uY2pzJywgY29kZVNwbGl0dGluZzogZmFsc2UgfSxcbiAgICAgIH0sXG4gICAgfSxcbiAgfSxcbiAgcmVuZGVyZXI6IHtcbiAgICByb290OiBoZXJlKCdzcmMvcmVuZGVyZXInKSxcbiAgICBwbHVnaW5zOiBbdnVlKCldLFxuICAgIGRlZmluZToge1xuICAgICAgX19WVUVfUFJPRF9ERVZUT09MU19fOiAnZmFsc2UnLFxuICAgICAgX19JTlRMSUZZX1BST0RfREVWVE9PTFNfXzogJ2ZhbHNlJyxcbiAgICAgIF9fVlVFX0kxOE5fTEVHQUNZX0FQSV9fOiAnZmFsc2UnLFxuICAgIH0sXG4gICAgYnVpbGQ6IHtcbiAgICAgIHRhcmdldDogJ2Nocm9tZTEzMCcsXG4gICAgICAvLyBUaGUgY29udGVudCBzZWN1cml0eSBwb2xpY3kgYWxsb3dzIG5vIGRhdGE6IGFkZHJlc3NlcyBmb3IgZm9udHMgYW5kIHBpY3R1cmVzLlxuICAgICAgYXNzZXRzSW5saW5lTGltaXQ6IDAsXG4gICAgICBtb2R1bGVQcmVsb2FkOiB7IHBvbHlmaWxsOiBmYWxzZSB9LFxuICAgICAgcm9sbGRvd25PcHRpb25zOiB7XG4gICAgICAgIC8vIFRoZSBhcHBsaWNhdGlvbidzIHBhZ2UsIGFuZCB0aGUgaGlkZGVuIG9uZSBpbiB3aGljaCBkb2N1bWVudHMgYXJlIGRyYXduLlxuICAgICAgICBpbnB1dDogeyBpbmRleDogaGVyZSgnc3JjL3JlbmRlcmVyL2luZGV4Lmh0bWwnKSwgcHJpbnQ6IGhlcmUoJ3NyYy9yZW5kZXJlci9wcmludC5odG1sJykgfSxcbiAgICAgIH0sXG4gICAgfSxcbiAgfSxcbn0pXG4iXSwibWFwcGluZ3MiOiI7Ozs7O0FBSUEsTUFBTSxRQUFRLFNBQWlCLFFBQVEsWUFBWSxTQUFTLElBQUk7QUFJaEUsTUFBTSxPQUFPO0FBZ0JiLElBQUEsK0JBQWUsYUFBYTtDQUMxQixNQUFNO0VBQ0osU0FBUyxDQUFDO0dBWFosTUFBTTtHQUNOLFVBQVUsTUFBYyxJQUEyQjtJQUNqRCxJQUFJLENBQUMsaUNBQWlDLEtBQUssRUFBRSxHQUFHLE9BQU87SUFDdkQsT0FBTyxLQUNKLFFBQVEsK0JBQStCLGdDQUFnQyxDQUFDLENBQ3hFLFFBQVEsa0NBQWtDLG1DQUFtQztHQUNsRjtFQUtZLENBQWU7RUFDekIsT0FBTztHQUNMLFFBQVE7R0FDUixpQkFBaUI7R0FDakIsaUJBQWlCO0lBQ2YsT0FBTztLQUNMLE9BQU8sS0FBSyxtQkFBbUI7S0FDL0IsU0FBUyxLQUFLLDJCQUEyQjtLQUN6QyxhQUFhLEtBQUssK0JBQStCO0tBQ2pELEtBQUssS0FBSyx1QkFBdUI7SUFDbkM7SUFFQSxVQUFVO0tBQUM7S0FBWTtLQUFrQjtLQUFTO0lBQVM7SUFDM0QsUUFBUTtLQUNOLFFBQVE7S0FDUixnQkFBZ0I7S0FDaEIsZ0JBQWdCO0lBQ2xCO0dBQ0Y7RUFDRjtDQUNGO0NBQ0EsU0FBUyxFQUNQLE9BQU87RUFDTCxRQUFRO0VBQ1IsaUJBQWlCO0VBQ2pCLGlCQUFpQjtHQUNmLE9BQU8sRUFBRSxPQUFPLEtBQUssc0JBQXNCLEVBQUU7R0FDN0MsVUFBVSxDQUFDLFVBQVU7R0FFckIsUUFBUTtJQUFFLFFBQVE7SUFBTyxnQkFBZ0I7SUFBYyxlQUFlO0dBQU07RUFDOUU7Q0FDRixFQUNGO0NBQ0EsVUFBVTtFQUNSLE1BQU0sS0FBSyxjQUFjO0VBQ3pCLFNBQVMsQ0FBQyxJQUFJLENBQUM7RUFDZixRQUFRO0dBQ04sdUJBQXVCO0dBQ3ZCLDJCQUEyQjtHQUMzQix5QkFBeUI7RUFDM0I7RUFDQSxPQUFPO0dBQ0wsUUFBUTtHQUVSLG1CQUFtQjtHQUNuQixlQUFlLEVBQUUsVUFBVSxNQUFNO0dBQ2pDLGlCQUFpQixFQUVmLE9BQU87SUFBRSxPQUFPLEtBQUsseUJBQXlCO0lBQUcsT0FBTyxLQUFLLHlCQUF5QjtHQUFFLEVBQzFGO0VBQ0Y7Q0FDRjtBQUNGLENBQUMifQ==