// Words for one thing: short and long names, and what the thing is called in other languages, so that a
// question need not be in the language of the log.
import { groupBy } from '../groups.ts';
import { once } from '../memo.ts';
import { stemOf, termsOf } from '../ranking.ts';

// Of several words the last one is met in a question: `base de données`.
const CONCEPTS: readonly string[] = [
  'kubernetes,k8s,k8',
  'postgresql,postgres,pg,psql',
  'javascript,js',
  'typescript,ts',
  'mongodb,mongo',
  'golang,go',
  'elasticsearch,es',
  'python,py',
  'dynamodb,dynamo',
  'infrastructure,infra',
  'continuous,ci',
  'accessibility,a11y',
  'architecture,architektur,arquitectura,arquitetura,архитектура,架构,アーキテクチャ',
  'backup,sicherung,sauvegarde,respaldo,бэкап,备份,バックアップ',
  'branch,zweig,branche,rama,ветка,分支,ブランチ',
  'cache,zwischenspeicher,caché,кэш,кеш,缓存,キャッシュ',
  'chart,diagram,diagramm,graphique,gráfico,график,диаграмма,图表,グラフ',
  'config,configuration,settings,konfiguration,einstellungen,configuración,configuração,конфигурация,настройки,配置,設定',
  'cost,price,kosten,preis,coût,prix,coste,precio,custo,preço,цена,стоимость,价格,成本,価格',
  'customer,kunde,cliente,клиент,客户,顧客',
  'database,db,datenbank,données,datos,dados,база,данных,бд,数据库,データベース',
  'deploy,deployment,hosting,bereitstellung,ausrollen,déploiement,hébergement,despliegue,implantação,hospedagem,деплой,развертывание,хостинг,部署,デプロイ',
  'document,doc,docs,dokument,documento,документ,文档,文書',
  'encryption,verschlüsselung,chiffrement,cifrado,criptografia,шифрование,加密,暗号',
  'environment,env,umgebung,environnement,entorno,ambiente,окружение,环境,環境',
  'error,failure,fail,fehler,erreur,fallo,erro,ошибка,错误,エラー',
  'file,datei,fichier,archivo,fichero,arquivo,ficheiro,файл,文件,ファイル',
  'framework,rahmenwerk,фреймворк,框架,フレームワーク',
  'i18n,l10n,translation,internationalization,übersetzung,traduction,traducción,tradução,перевод,翻译,翻訳',
  'image,picture,photo,bild,bilder,foto,imagen,imagem,изображение,картинка,снимок,фото,图片,画像',
  'interface,ui,frontend,oberfläche,interfaz,интерфейс,界面,インターフェース',
  'invoice,rechnung,facture,factura,fatura,счет,发票,請求書',
  'key,schlüssel,clé,clave,chave,ключ,密钥',
  'language,sprache,langage,langue,lenguaje,idioma,linguagem,língua,язык,语言,言語',
  'library,bibliothek,bibliothèque,biblioteca,библиотека,ライブラリ',
  'license,licence,lizenz,licencia,licença,лицензия,许可证,ライセンス',
  'logging,protokollierung,journalisation,registro,логирование,日志,ログ',
  'login,auth,authentication,authorization,anmeldung,anmelden,authentifizierung,authentification,connexion,autenticación,autenticar,autenticação,вход,аутентификация,авторизация,登录,认证,認証,ログイン',
  'mail,email,courriel,correo,correio,почта,письмо,邮件,メール',
  'map,maps,karte,carte,mapa,карта,地图,地図',
  'message,nachricht,mensaje,mensagem,сообщение,消息,メッセージ',
  'mobile,phone,smartphone,handy,móvil,celular,мобильный,手机,モバイル',
  'model,modell,modèle,modelo,модель,模型,モデル',
  'money,amount,betrag,geld,montant,argent,importe,dinero,valor,dinheiro,деньги,сумма,金额,金額',
  'monitoring,überwachung,surveillance,monitoreo,monitoramento,мониторинг,监控,監視',
  'network,netzwerk,réseau,сеть,网络,ネットワーク',
  'notification,benachrichtigung,notificación,notificação,уведомление,通知',
  'page,site,website,seite,webseite,página,sitio,страница,сайт,页面,网站,ページ',
  'password,passwort,kennwort,mot de passe,contraseña,senha,пароль,密码,パスワード',
  'payment,zahlung,bezahlung,paiement,pago,pagamento,оплата,платеж,支付,決済',
  'performance,speed,leistung,geschwindigkeit,vitesse,rendimiento,velocidad,desempenho,производительность,скорость,性能,速度',
  "queue,warteschlange,file d'attente,cola,fila,очередь,队列,キュー",
  'realtime,real-time,live,echtzeit,temps réel,tiempo real,tempo real,实时,リアルタイム,실시간',
  'remove,delete,löschen,entfernen,supprimer,eliminar,borrar,excluir,удалить,删除,削除',
  'report,bericht,rapport,informe,relatório,отчет,报告,报表,レポート',
  'repository,repo,dépôt,repositorio,repositório,репозиторий,仓库,リポジトリ',
  'role,permission,rechte,rolle,droits,permiso,permissão,права,роль,权限,権限',
  'schema,schéma,esquema,схема,スキーマ',
  'search,suche,recherche,búsqueda,busca,поиск,搜索,検索',
  'security,sicherheit,sécurité,seguridad,segurança,безопасность,安全,セキュリティ',
  'server,serveur,servidor,сервер,服务器,サーバー',
  'session,sitzung,sesión,sessão,сессия,сеанс,会话,セッション',
  'storage,store,speicher,speicherung,stockage,almacenamiento,armazenamento,хранение,хранилище,存储,ストレージ',
  'sync,synchronization,synchronisierung,sincronización,sincronização,синхронизация,同步,同期',
  'table,tabelle,tabla,tabela,таблица,表格,テーブル',
  'throttle,rate limit,limiter',
  'task,job,aufgabe,tâche,tarea,tarefa,задача,задание,任务,タスク',
  'test,tests,testen,prueba,pruebas,teste,тест,тестируем,тестирование,测试,テスト',
  'user,benutzer,nutzer,utilisateur,usuario,usuário,пользователь,用户,ユーザー',
  'version,release,versión,versão,версия,版本,バージョン',
  'voice,speech,spracheingabe,voix,voz,голос,语音,音声',
];

const concepts = once(() =>
  CONCEPTS.map((line) => line.split(',').map((name) => termsOf(name).map(({ stem }) => stem))),
);

// Pairs of signs that two concepts share tell none of them.
const byStem = once(() => {
  const keys = concepts().flatMap((names, index) =>
    [...new Set(names.flatMap((stems) => (isSigns(stems[0]) ? stems : stems.slice(-1))))].map((stem) => ({
      stem,
      index,
    })),
  );
  const groups = groupBy(keys, ({ stem }) => stem);
  return new Map(
    [...groups].flatMap(([stem, [one, ...others]]): [string, number][] =>
      one !== undefined && (others.length === 0 || !isSigns(stem)) ? [[stem, one.index]] : [],
    ),
  );
});

const isSigns = (stem = ''): boolean => /[\u3000-\ud7ff]/.test(stem);

const ENDING = 2;
const SHORTEST_START = 4;
const MOST_MORE = 3;

// `Datenbanken`, `пользователей`: another ending of a word that is known.
const startOf = (stem: string): string => stem.slice(0, Math.max(SHORTEST_START, stem.length - ENDING));
const isForm = (word: string, stem: string): boolean =>
  stem.length > SHORTEST_START &&
  !isSigns(stem) &&
  word.startsWith(startOf(stem)) &&
  Math.abs(word.length - stem.length) <= MOST_MORE;

/** What else the thing may be called in the words that are given, each name with all its stems. */
export function otherNames(stem: string, words: ReadonlySet<string>): readonly (readonly string[])[] {
  const known = byStem();
  const index =
    known.get(stem) ??
    (words.has(stem) || /^[a-z]{1,4}$/.test(stem)
      ? undefined
      : known.get([...known.keys()].find((one) => isForm(stem, one)) ?? ''));
  if (index === undefined) return [];
  const names = (concepts()[index] ?? []).filter((stems) => stems[0] !== stem);
  const whole = names.filter((stems) => stems.every((one) => words.has(one)));
  const starts = names.flatMap(([one = '', ...others]) =>
    others.length === 0 && !words.has(one) ? one : [],
  );
  const forms = [...words].filter((word) => starts.some((one) => isForeign(one) && isForm(word, one)));
  return [...whole, ...forms.map((form) => [form])];
}

// English words have been brought to their stems.
const isForeign = (stem: string): boolean => stemOf(stem) === stem && stem.length > SHORTEST_START;
