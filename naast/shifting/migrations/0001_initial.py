import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('companionship', '0006_beside_each_other'),
        ('organisations', '0003_check_settings'),
        ('programmes', '0010_basic_care'),
    ]

    operations = [
        migrations.CreateModel(
            name='TaskSheet',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(blank=True, choices=[('relational', 'Being with somebody'), ('practical', 'Practical help'), ('administrative', 'Papers and arranging'), ('care', 'Care'), ('accompanying', 'Going along'), ('organising', 'Organising and advising')], max_length=15, verbose_name='what sort of task')),
                ('complexity', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Clear from the first day'), (2, 'Asks some practice'), (3, 'Asks training and somebody beside you')], null=True, verbose_name='what it asks')),
                ('place', models.CharField(blank=True, max_length=150, verbose_name='where')),
                ('team', models.CharField(blank=True, max_length=150, verbose_name='with which team')),
                ('who_is_near', models.CharField(blank=True, max_length=150, verbose_name='who is near')),
                ('bustle', models.CharField(blank=True, choices=[('quiet', 'Quiet'), ('varies', 'Sometimes quiet, sometimes busy'), ('busy', 'Busy')], max_length=7, verbose_name='quiet or busy')),
                ('company', models.CharField(blank=True, choices=[('alone', 'On your own'), ('either', 'Alone or together'), ('together', 'Together with others')], max_length=9, verbose_name='alone or together')),
                ('limits', models.TextField(blank=True, verbose_name='where it stops')),
                ('preparation', models.TextField(blank=True, verbose_name='what comes before it')),
                ('is_lighter', models.BooleanField(default=False, verbose_name='a smaller piece, with somebody near')),
                ('best_why', models.TextField(blank=True, verbose_name='who adds most for the participant in this task, and why')),
                ('origin', models.SlugField(blank=True, max_length=40)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('task', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='sheet', to='programmes.task')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TaskShift',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.CharField(max_length=120, verbose_name='what it is')),
                ('key', models.CharField(max_length=120)),
                ('is_added', models.BooleanField(default=False, verbose_name='put forward, not told of')),
                ('state', models.CharField(choices=[('noticed', 'To settle'), ('talking', 'We talk about it first'), ('asked', 'Waits for the volunteer’s yes'), ('accepted', 'Belongs to it from now on'), ('restored', 'Back to what was agreed'), ('once', 'It was just this once')], default='noticed', max_length=10, verbose_name='state')),
                ('state_since', models.DateTimeField()),
                ('first_on', models.DateField(verbose_name='told of first')),
                ('last_on', models.DateField(verbose_name='told of last')),
                ('reach', models.CharField(choices=[('match', 'For these two'), ('programme', 'For the whole programme')], default='match', max_length=10, verbose_name='for whom')),
                ('who', models.CharField(choices=[('volunteer', 'Volunteer'), ('together', 'Together'), ('professional', 'Professional'), ('after_consulting', 'Only after consulting'), ('never', 'Never')], default='volunteer', max_length=20, verbose_name='who')),
                ('talk_on', models.DateField(blank=True, null=True, verbose_name='we talk about it on')),
                ('reason', naast.core.fields.EncryptedTextField(blank=True, verbose_name='why')),
                ('from_now_on', naast.core.fields.EncryptedTextField(blank=True, verbose_name='from now on')),
                ('look_back_on', models.DateField(blank=True, null=True, verbose_name='we look back on')),
                ('looked_back_on', models.DateField(blank=True, null=True)),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='task_shifts', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(condition=models.Q(('state__in', ['noticed', 'talking', 'asked'])), fields=['organisation', 'match'], name='shift_to_settle'), models.Index(condition=models.Q(('look_back_on__isnull', False), ('looked_back_on__isnull', True)), fields=['organisation', 'look_back_on'], name='shift_to_look_back_on')],
                'constraints': [models.UniqueConstraint(fields=('match', 'key'), name='one_shift_a_thing')],
            },
        ),
        migrations.CreateModel(
            name='ShiftView',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('side', models.CharField(choices=[('volunteer', 'The volunteer'), ('professional', 'The professional')], max_length=12)),
                ('words', naast.core.fields.EncryptedTextField(verbose_name='how I see it')),
                ('given_on', models.DateField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='views', to='shifting.taskshift')),
            ],
            options={
                'ordering': ['-side'],
                'constraints': [models.UniqueConstraint(fields=('shift', 'side'), name='one_view_a_side')],
            },
        ),
        migrations.CreateModel(
            name='ShiftStep',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=12)),
                ('user_id', models.UUIDField(null=True)),
                ('note', naast.core.fields.EncryptedTextField(blank=True, verbose_name='note')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='shifting.taskshift')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ShiftAnswers',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('safety', naast.core.fields.EncryptedTextField(verbose_name='safe and able')),
                ('burden', naast.core.fields.EncryptedTextField(verbose_name='what it asks of the volunteer')),
                ('roles', naast.core.fields.EncryptedTextField(verbose_name='the part of professional and participant')),
                ('time', models.CharField(choices=[('yes', 'Yes, easily'), ('instead', 'Yes, and something else is left out'), ('no', 'No, that becomes too much')], max_length=10, verbose_name='time')),
                ('skill', models.CharField(choices=[('shown', 'Somebody saw them do it well'), ('learned', 'They learned it: a course, training, a job'), ('experience', 'They know it from their own life'), ('learn_first', 'Not yet: they learn it first')], max_length=12, verbose_name='skill')),
                ('wish', models.CharField(choices=[('yes', 'Yes, gladly'), ('try', 'Would like to try it'), ('no', 'Rather not')], max_length=5, verbose_name='wish')),
                ('connects', naast.core.fields.EncryptedTextField(blank=True, verbose_name='strength or wish of the volunteer')),
                ('best', models.CharField(choices=[('volunteer', 'The volunteer'), ('together', 'Both together'), ('professional', 'The professional')], max_length=12, verbose_name='who adds most for the participant')),
                ('best_why', naast.core.fields.EncryptedTextField(verbose_name='why')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('shift', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='shifting.taskshift')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgreedTask',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.CharField(max_length=120, verbose_name='what it is')),
                ('key', models.CharField(max_length=120)),
                ('who', models.CharField(choices=[('volunteer', 'Volunteer'), ('together', 'Together'), ('professional', 'Professional'), ('after_consulting', 'Only after consulting'), ('never', 'Never')], max_length=20, verbose_name='who')),
                ('agreed_on', models.DateField(verbose_name='agreed on')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreed_tasks', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('shift', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agreed_tasks', to='shifting.taskshift')),
            ],
            options={
                'ordering': ['agreed_on', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('match', 'key'), name='agreed_once_a_match')],
            },
        ),
        migrations.CreateModel(
            name='TeamTalk',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('talked_on', models.DateField(verbose_name='we talked on')),
                ('with_whom', models.CharField(max_length=200, verbose_name='with whom')),
                ('agreed', models.TextField(verbose_name='what we agreed')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='team_talks', to='programmes.programme')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-talked_on', '-id'],
                'indexes': [models.Index(fields=['programme', '-talked_on'], name='shifting_te_program_aada55_idx')],
            },
        ),
        migrations.CreateModel(
            name='PlaceCheck',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('task_name', models.CharField(max_length=200)),
                ('before', models.CharField(choices=[('no', 'No, nobody paid did this'), ('partly', 'Partly: they still do it, and volunteers add to it'), ('yes', 'Yes, paid staff did this')], max_length=6, verbose_name='did paid staff do this in the last 12 months?')),
                ('why_not_now', models.TextField(blank=True, verbose_name='why not any more?')),
                ('what_it_adds', models.TextField(verbose_name='what does it add now?')),
                ('agreed_with', models.CharField(blank=True, max_length=200, verbose_name='agreed with which team')),
                ('agreed_on', models.DateField(blank=True, null=True, verbose_name='agreed on')),
                ('asked_on', models.DateField()),
                ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='place_checks', to='programmes.programme')),
                ('task', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='place_checks', to='programmes.task')),
            ],
            options={
                'ordering': ['-asked_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'asked_on'], name='shifting_pl_organis_93b7fa_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('before', 'yes'), _negated=True), models.Q(('agreed_on__isnull', False), models.Q(('agreed_with', ''), _negated=True)), _connector='OR'), name='substitution_is_agreed')],
            },
        ),
        migrations.CreateModel(
            name='QuarterLook',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('quarter_on', models.DateField(verbose_name='first day of the quarter')),
                ('looked_on', models.DateField()),
                ('note', models.TextField(blank=True, verbose_name='what we take from it')),
                ('looked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quarter_looks', to='programmes.programme')),
            ],
            options={
                'ordering': ['-quarter_on'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'quarter_on'), name='one_look_a_quarter')],
            },
        ),
        migrations.CreateModel(
            name='StaffTask',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=200, verbose_name='what I do')),
                ('key', models.CharField(max_length=200)),
                ('kind', models.CharField(blank=True, choices=[('relational', 'Being with somebody'), ('practical', 'Practical help'), ('administrative', 'Papers and arranging'), ('care', 'Care'), ('accompanying', 'Going along'), ('organising', 'Organising and advising')], max_length=15, verbose_name='what sort of task')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='staff_tasks', to='programmes.programme')),
                ('task', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='staff_tasks', to='programmes.task')),
                ('told_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['name', 'id'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'told_by', 'key'), name='staff_task_told_once')],
            },
        ),
    ]
