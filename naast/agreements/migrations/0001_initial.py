import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0003_check_settings'),
        ('people', '0007_reporting_consent'),
        ('programmes', '0009_look_from'),
    ]

    operations = [
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('language', models.CharField(max_length=5)),
                ('content', naast.core.fields.EncryptedJSONField()),
                ('checksum', models.CharField(max_length=64)),
                ('own_limits', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='my own limits')),
                ('state', models.CharField(choices=[('open', 'waits for a signature'), ('signed', 'signed'), ('replaced', 'followed by a newer one'), ('withdrawn', 'taken back')], default='open', max_length=10)),
                ('first_read_at', models.DateTimeField(blank=True, null=True)),
                ('frozen_at', models.DateTimeField(blank=True, null=True)),
                ('signed_on', models.DateField(blank=True, null=True)),
                ('holds_until', models.DateField(blank=True, null=True)),
                ('engagement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='copies', to='programmes.engagement')),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='copies', to='people.person')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['organisation', 'person', 'state'], name='agreements__organis_7c4b62_idx'), models.Index(fields=['organisation', 'checksum'], name='agreements__organis_01e15a_idx'), models.Index(condition=models.Q(('state', 'signed')), fields=['organisation', 'holds_until', 'id'], name='copy_to_renew')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'signed'), _negated=True), models.Q(('frozen_at__isnull', False), ('signed_on__isnull', False)), _connector='OR'), name='signed_copy_is_frozen')],
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('information', 'Information before the start'), ('agreement', 'Agreement note'), ('secrecy', 'What stays between us'), ('charter', 'Charter'), ('house_rules', 'House rules of volunteers and staff'), ('promises', 'What we promise each other'), ('do_dont', 'Card: what to do and what not'), ('role_volunteer', 'Role card for the volunteer'), ('role_participant', 'Role card for the participant'), ('mandate', 'Mandate card: what you may decide'), ('other', 'Another text of our own')], max_length=20, verbose_name='kind')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('asks', models.CharField(choices=[('signature', 'to sign, with us'), ('acknowledgement', 'to say that they read and understood it'), ('nothing', 'only to read it')], max_length=15, verbose_name='readers are asked')),
                ('style', models.CharField(choices=[('protocol', 'laid down by us'), ('co_written', 'written together')], default='protocol', max_length=12, verbose_name='style')),
                ('for_volunteers', models.BooleanField(default=True, verbose_name='for volunteers')),
                ('for_participants', models.BooleanField(default=False, verbose_name='for participants')),
                ('for_staff', models.BooleanField(default=False, verbose_name='for staff too')),
                ('renew_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='ask again after (months)')),
                ('retired_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='programmes.programme')),
            ],
            options={
                'ordering': ['kind', 'name', 'id'],
                'indexes': [models.Index(fields=['organisation', 'kind', 'programme'], name='agreements__organis_a795df_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('programme__isnull', True), ('retired_on__isnull', True), models.Q(('kind', 'other'), _negated=True)), fields=('organisation', 'kind'), name='one_document_a_kind'), models.UniqueConstraint(condition=models.Q(('programme__isnull', False), ('retired_on__isnull', True), models.Q(('kind', 'other'), _negated=True)), fields=('programme', 'kind'), name='one_document_a_kind_a_programme')],
            },
        ),
        migrations.CreateModel(
            name='InformationLetter',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(max_length=40)),
                ('way', models.CharField(choices=[('mail', 'by mail'), ('post', 'on paper')], max_length=5, verbose_name='how')),
                ('language', models.CharField(max_length=5)),
                ('subject', models.CharField(max_length=150)),
                ('body', naast.core.fields.EncryptedTextField()),
                ('sent_on', models.DateField()),
                ('emptied_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='information_letters', to='people.person')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ('sent_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['organisation', 'person', 'id'], name='agreements__organis_bb3657_idx'), models.Index(condition=models.Q(('emptied_on__isnull', True)), fields=['organisation', 'sent_on'], name='information_letter_full')],
            },
        ),
        migrations.CreateModel(
            name='Issued',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('pdf_checksum', models.CharField(max_length=64)),
                ('copy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='issued', to='agreements.copy')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'pdf_checksum'], name='agreements__organis_bce504_idx')],
                'constraints': [models.UniqueConstraint(fields=('copy', 'pdf_checksum'), name='pdf_issued_once')],
            },
        ),
        migrations.CreateModel(
            name='NotKept',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('about', models.CharField(choices=[('copy', 'In what was signed'), ('text', 'In our texts'), ('task', 'In the task package'), ('not_done', 'What we don’t do')], max_length=10)),
                ('reference', models.CharField(max_length=80)),
                ('agreement', naast.core.fields.EncryptedTextField(verbose_name='the agreement')),
                ('state', models.CharField(choices=[('noted', 'To talk about'), ('talked', 'Talked about'), ('on_paper', 'Agreed on paper'), ('paused', 'A pause'), ('parting_asked', 'Parting: a second colleague looks along'), ('parted', 'Parted'), ('solved', 'Solved, thank you')], default='noted', max_length=15)),
                ('state_since', models.DateTimeField()),
                ('look_back_on', models.DateField(blank=True, null=True, verbose_name='we look at it again on')),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('copy', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='agreements.copy')),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='not_kept', to='programmes.engagement')),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['organisation', 'state', 'look_back_on'], name='agreements__organis_891b57_idx'), models.Index(condition=models.Q(('closed_on__isnull', False)), fields=['organisation', 'closed_on'], name='not_kept_closed')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['noted', 'talked', 'on_paper', 'paused', 'parting_asked'])), fields=('engagement', 'about', 'reference'), name='one_open_talk_an_agreement'), models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', True), ('state__in', ['noted', 'talked', 'on_paper', 'paused', 'parting_asked'])), models.Q(('closed_on__isnull', False), ('state__in', ['parted', 'solved'])), _connector='OR'), name='closed_steps_have_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Observation',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('seen_on', models.DateField(verbose_name='on which day')),
                ('is_first_hand', models.BooleanField(verbose_name='seen with own eyes')),
                ('seen_by', naast.core.fields.EncryptedTextField(verbose_name='who saw it')),
                ('facts', naast.core.fields.EncryptedTextField(verbose_name='what happened')),
                ('not_kept', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='observations', to='agreements.notkept')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['seen_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='PromiseReview',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('reviewed_on', models.DateField(verbose_name='looked back on')),
                ('with_whom', models.CharField(blank=True, max_length=200, verbose_name='with whom')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-reviewed_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'reviewed_on'], name='agreements__organis_a8d3cc_idx')],
            },
        ),
        migrations.CreateModel(
            name='PromiseAnswer',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('code', models.CharField(max_length=60)),
                ('promise', models.TextField()),
                ('kept', models.CharField(choices=[('kept', 'Kept'), ('partly', 'Partly'), ('not_yet', 'Not yet')], max_length=10, verbose_name='did we keep it?')),
                ('words', models.TextField(verbose_name='in our own words')),
                ('what_we_do', models.TextField(blank=True, verbose_name='what we do now')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='agreements.promisereview')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('review', 'code'), name='promise_answered_once')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('clause', models.CharField(blank=True, max_length=40)),
                ('words', naast.core.fields.EncryptedTextField(verbose_name='your question')),
                ('answer', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='our answer')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('copy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='agreements.copy')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(condition=models.Q(('answered_at__isnull', True)), fields=['organisation', 'id'], name='question_to_answer')],
            },
        ),
        migrations.CreateModel(
            name='Renewal',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('done_on', models.DateField(verbose_name='done on')),
                ('copy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renewals', to='agreements.copy')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['done_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('party', models.CharField(choices=[('person', 'the person it is about'), ('organisation', 'the organisation')], max_length=12)),
                ('how', models.CharField(choices=[('on_screen', 'on their own screen'), ('together', 'together, on a screen of ours'), ('read_aloud', 'after it was read aloud'), ('on_paper', 'on paper')], max_length=12, verbose_name='how')),
                ('name', models.CharField(max_length=255)),
                ('signed_on', models.DateField(verbose_name='signed on')),
                ('checksum', models.CharField(max_length=64)),
                ('kept_at', models.CharField(blank=True, max_length=200, verbose_name='where the paper is kept')),
                ('copy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='agreements.copy')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('copy', 'party'), name='signed_once_a_party'), models.CheckConstraint(condition=models.Q(models.Q(('how', 'on_paper'), _negated=True), models.Q(('kept_at', ''), _negated=True), _connector='OR'), name='paper_is_kept_somewhere')],
            },
        ),
        migrations.AddField(
            model_name='copy',
            name='our_signature',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.signature'),
        ),
        migrations.AddField(
            model_name='copy',
            name='own_signature',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.signature'),
        ),
        migrations.CreateModel(
            name='StepTaken',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('step', models.CharField(max_length=15)),
                ('taken_on', models.DateField(verbose_name='on which day')),
                ('reason', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='why this step')),
                ('note', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what was said')),
                ('agreed', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what we agreed')),
                ('look_back_on', models.DateField(blank=True, null=True, verbose_name='we look at it again on')),
                ('safety_reason', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='why it could not wait')),
                ('view', models.CharField(choices=[('awaited', 'not asked yet'), ('own', 'written by the volunteer'), ('written_down', 'in their words, written down by us'), ('did_not_want', 'did not want to say')], default='awaited', max_length=12)),
                ('own_view', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='how the volunteer sees it')),
                ('view_on', models.DateField(blank=True, null=True)),
                ('not_kept', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='agreements.notkept')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['taken_on', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('view', 'awaited'), ('view_on__isnull', True)), models.Q(models.Q(('view', 'awaited'), _negated=True), ('view_on__isnull', False)), _connector='OR'), name='own_view_has_a_day')],
            },
        ),
        migrations.CreateModel(
            name='StepTerms',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('days_between', models.PositiveSmallIntegerField(verbose_name='days between two steps')),
                ('months_kept', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='keep what was solved (months)')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='step_terms', to='programmes.programme')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('programme__isnull', True)), fields=('organisation',), name='one_step_terms_an_organisation')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('published_on', models.DateField(blank=True, null=True)),
                ('asks_again', models.BooleanField(default=True, verbose_name='ask everybody again')),
                ('change_note', models.CharField(blank=True, max_length=300, verbose_name='what changed, in one sentence')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='agreements.document')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='version_numbered_once'), models.UniqueConstraint(condition=models.Q(('published_on__isnull', True)), fields=('document',), name='one_draft_a_document')],
            },
        ),
        migrations.CreateModel(
            name='StaffAcknowledgement',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('acknowledged_on', models.DateField()),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='staff_acknowledgements', to='agreements.version')),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(fields=('version', 'membership'), name='staff_acknowledges_once')],
            },
        ),
        migrations.AddField(
            model_name='promisereview',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='promise_reviews', to='agreements.version'),
        ),
        migrations.AddField(
            model_name='copy',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='agreements.version'),
        ),
        migrations.CreateModel(
            name='CardRead',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('read_on', models.DateField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreement_cards_read', to='people.person')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programmes.programme')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='card_reads', to='agreements.version')),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(fields=('version', 'person', 'programme'), name='card_understood_once')],
            },
        ),
        migrations.CreateModel(
            name='VersionText',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('language', models.CharField(max_length=5, verbose_name='language')),
                ('title', models.CharField(max_length=150, verbose_name='title')),
                ('clauses', models.JSONField(default=list)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='agreements.version')),
            ],
            options={
                'ordering': ['language'],
                'constraints': [models.UniqueConstraint(fields=('version', 'language'), name='version_once_a_language')],
            },
        ),
        migrations.CreateModel(
            name='AboutUs',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('legal_form', models.CharField(choices=[('non_profit', 'a non-profit association with legal personality'), ('foundation', 'a foundation'), ('public', 'a public body'), ('de_facto_staff', 'an association without legal personality, with staff'), ('de_facto', 'an association without legal personality and without staff')], max_length=15, verbose_name='legal form')),
                ('answers_for_us', models.CharField(blank=True, max_length=150, verbose_name='who answers for us')),
                ('aim', models.JSONField(blank=True, default=dict, verbose_name='our aim')),
                ('costs', models.JSONField(blank=True, default=dict, verbose_name='which costs we give back, when and how')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation',), name='about_us_once')],
            },
        ),
        migrations.AddIndex(
            model_name='copy',
            index=models.Index(condition=models.Q(('own_signature__isnull', True), ('state', 'open')), fields=['organisation', 'id'], name='copy_waits_for_person'),
        ),
        migrations.AddIndex(
            model_name='copy',
            index=models.Index(condition=models.Q(('own_signature__isnull', False), ('state', 'open')), fields=['organisation', 'id'], name='copy_waits_for_us'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.UniqueConstraint(condition=models.Q(('engagement__isnull', True), ('state', 'open')), fields=('person', 'version'), name='one_open_copy'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.UniqueConstraint(condition=models.Q(('engagement__isnull', False), ('state', 'open')), fields=('engagement', 'version'), name='one_open_copy_an_engagement'),
        ),
    ]
